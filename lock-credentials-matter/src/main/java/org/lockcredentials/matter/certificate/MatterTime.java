package org.lockcredentials.matter.certificate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.lockcredentials.internal.bytes.DecodeException;

/** Seconds since the beginning of 2000, and their X.509 forms, Core specification section 6.5.7. */
final class MatterTime {

    private static final long EPOCH = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final long MAX = 0xFFFF_FFFFL;
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter GENERALIZED = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    /** How BouncyCastle gives either form back. */
    private static final DateTimeFormatter DECODED = DateTimeFormatter.ofPattern(
                    "uuuuMMddHHmmss'GMT+00:00'", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private MatterTime() {}

    /** The nearest time that a certificate can carry. */
    static long seconds(Instant time) {
        return Math.max(0, Math.min(MAX, time.getEpochSecond() - EPOCH));
    }

    /** RFC 5280 section 4.1.2.5: two digits of the year until 2049. */
    static Time toX509(long seconds) {
        return toX509(instant(seconds));
    }

    static Instant instant(long seconds) {
        return Instant.ofEpochSecond(EPOCH + seconds);
    }

    private static Time toX509(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return time.getYear() < 2050
                ? new Time(new DERUTCTime(UTC.format(time)))
                : new Time(new DERGeneralizedTime(GENERALIZED.format(time)));
    }

    /** The end of a certificate, where 0 says that there is none. */
    static Time endToX509(long seconds) {
        return seconds == 0 ? toX509(NEVER) : toX509(seconds);
    }

    static long endOf(Time time) throws DecodeException {
        return instant(time).equals(NEVER) ? 0 : of(time);
    }

    static long of(Time time) throws DecodeException {
        long seconds = instant(time).getEpochSecond() - EPOCH;
        if (seconds < 0 || seconds > MAX) {
            throw new DecodeException("a time before 2000 or after 2136");
        }
        return seconds;
    }

    static Instant instant(Time time) throws DecodeException {
        try {
            return LocalDateTime.parse(time.getTime(), DECODED).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DecodeException("a time in a form that certificates do not use");
        }
    }
}
