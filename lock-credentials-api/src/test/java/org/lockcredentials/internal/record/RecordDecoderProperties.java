package org.lockcredentials.internal.record;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockTags;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.internal.record.AccessEntry.State;
import org.lockcredentials.schedule.Schedule;

/** Whatever lies in the store, a record's decoder reads it or raises its own failure, and nothing else. */
class RecordDecoderProperties {

    private static final Credential PIN = new Credential(CredentialType.PIN, 65_535);
    private static final Credential TAG = new Credential(CredentialType.RFID, 1);

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime START = LocalDateTime.of(2024, 2, 29, 23, 59);
    private static final List<Schedule> SCHEDULES = List.of(
            new Schedule.WeekDay(
                    Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY), LocalTime.of(8, 0), LocalTime.of(17, 30), ZONE),
            new Schedule.YearDay(START, START.plusDays(1), ZONE),
            new Schedule.DailyRepeating(Set.of(DayOfWeek.FRIDAY), LocalTime.NOON, Duration.ofHours(3), ZONE),
            new Schedule.Holiday(START, START.plusDays(2), ZONE),
            new Schedule.Expiring(Duration.ofMinutes(90)));

    private enum Kind {
        ACCESS {
            @Override
            byte[] sample() {
                return new AccessEntry(
                                new AccessKey("host", "Ann & Bob 100%"),
                                State.REMOVING,
                                7,
                                Optional.of("Änn"),
                                Optional.of("Anna"),
                                List.of(PIN, TAG),
                                List.of(PIN))
                        .encode();
            }

            @Override
            byte[] again(byte[] bytes) throws DecodeException {
                return AccessEntry.decode(bytes).encode();
            }
        },
        USER {
            @Override
            byte[] sample() {
                User user = User.general(65_535, Optional.of("Ann\nend"))
                        .withCredentials(List.of(PIN, TAG))
                        .withSchedules(SCHEDULES);
                return UserRecord.kept(user, Optional.of(Duration.ofMinutes(65_535)))
                        .encode();
            }

            @Override
            byte[] again(byte[] bytes) throws DecodeException {
                return UserRecord.decode(bytes).encode();
            }
        },
        TAGS {
            @Override
            byte[] sample() {
                return TagsRecord.encode(new LockTags(
                        Optional.of("Front door"), Optional.of(""), Optional.of("1+"), Set.of("a b", "ö", "end")));
            }

            @Override
            byte[] again(byte[] bytes) throws DecodeException {
                return TagsRecord.encode(TagsRecord.decode(bytes));
            }
        },
        CODES {
            @Override
            byte[] sample() {
                Map<Credential, Secret> codes = new LinkedHashMap<>();
                codes.put(PIN, Secret.of("0042"));
                codes.put(TAG, Secret.of(new byte[] {0, -1, 10}));
                return KeptCodes.encode(codes);
            }

            @Override
            byte[] again(byte[] bytes) throws DecodeException {
                return KeptCodes.encode(KeptCodes.decode(bytes));
            }
        };

        abstract byte[] sample();

        abstract byte[] again(byte[] bytes) throws DecodeException;

        /** False if the decoder raised its own failure; whatever else it raises, the test gets. */
        boolean reads(byte[] bytes) {
            try {
                again(bytes);
                return true;
            } catch (DecodeException refused) {
                return false;
            }
        }
    }

    @Property(tries = 50)
    void whatWasWrittenIsReadBack(@ForAll Kind kind) throws DecodeException {
        assertArrayEquals(kind.sample(), kind.again(kind.sample()));
    }

    @Property(tries = 2000)
    void anyBytesAreReadOrRefused(@ForAll Kind kind, @ForAll byte[] bytes) {
        kind.reads(bytes);
    }

    @Property(tries = 2000)
    void anyLinesAreReadOrRefused(@ForAll Kind kind, @ForAll("lines") List<String> lines) {
        String head = kind.name().toLowerCase(java.util.Locale.ROOT) + " 1\n";
        kind.reads((head + String.join("\n", lines) + "\nend\n").getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 4000)
    void aMutatedRecordIsReadOrRefused(@ForAll Kind kind, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = kind.sample();
        for (int times = random.nextInt(4); times >= 0; times--) {
            bytes = mutated(bytes, random);
        }
        kind.reads(bytes);
    }

    @Property(tries = 400)
    void aTextThatWasCutShortIsRefused(@ForAll long seed) {
        for (Kind kind : List.of(Kind.ACCESS, Kind.USER, Kind.TAGS)) {
            byte[] whole = kind.sample();
            assertFalse(kind.reads(Arrays.copyOf(whole, new Random(seed).nextInt(whole.length))));
        }
    }

    @Property(tries = 2000)
    void aTextWhoseLinesWereMixedUpIsReadOrRefused(@ForAll Kind kind, @ForAll long seed) {
        Random random = new Random(seed);
        String text = new String(kind.sample(), StandardCharsets.ISO_8859_1);
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int from = random.nextInt(lines.size());
        if (random.nextBoolean()) {
            lines.add(random.nextInt(lines.size()), lines.get(from));
        } else {
            lines.remove(from);
        }
        kind.reads(String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> names = Arbitraries.of(
                "owner",
                "label",
                "state",
                "user",
                "name",
                "renaming",
                "index",
                "enabled",
                "type",
                "rule",
                "expiry",
                "schedule",
                "area",
                "credential",
                "suspect",
                "floor",
                "end",
                "");
        Arbitrary<String> words = Arbitraries.oneOf(
                Arbitraries.of(
                        "PIN",
                        "ACTIVE",
                        "PRESENT",
                        "true",
                        "0",
                        "1",
                        "-1",
                        "65536",
                        "99999999999",
                        "%",
                        "%zz",
                        "%00",
                        "",
                        "GENERAL",
                        "WEEK_DAY",
                        "YEAR_DAY",
                        "12",
                        "08:00",
                        "Z",
                        "SINGLE"),
                Arbitraries.strings().ofMaxLength(6));
        Arbitrary<String> line =
                names.flatMap(name -> words.list().ofMaxSize(3).map(rest -> String.join(" ", prepended(name, rest))));
        return line.list().ofMaxSize(10);
    }

    private static List<String> prepended(String name, List<String> rest) {
        List<String> all = new ArrayList<>(rest);
        all.add(0, name);
        return all;
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            default -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) random.nextInt(256);
                yield longer;
            }
        };
    }
}
