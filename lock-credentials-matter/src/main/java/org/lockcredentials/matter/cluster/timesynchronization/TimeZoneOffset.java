package org.lockcredentials.matter.cluster.timesynchronization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * An offset that holds from a time on, daylight saving left out (TimeZoneStruct, 11.17.6.6).
 *
 * @param offset -43,200 to 50,400 s
 * @param validAt the beginning of 2000 for the first
 * @param name as in the tz database, up to 64 octets
 */
public record TimeZoneOffset(Duration offset, Instant validAt, Optional<String> name) {

    static TimeZoneOffset read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new TimeZoneOffset(
                Duration.ofSeconds(in.i32(0)), MatterEpoch.instant(in.element(1)), in.optional(2, TlvElement::utf8));
    }

    static void write(TlvWriter out, Tag tag, TimeZoneOffset zone) {
        out.structure(tag, struct -> {
            struct.signed(0, zone.offset.toSeconds());
            MatterEpoch.writeInstant(struct, Tag.of(1), zone.validAt);
            struct.optional(2, zone.name, TlvWriter::utf8);
        });
    }
}
