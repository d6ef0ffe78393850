package org.lockcredentials.matter.discovery.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Inputs;

class DnsMessageProperties {

    private static final int INPUTS = 1_000_000;
    private static final int ROUND_TRIPS = 20_000;

    /** Three of four inputs are valid messages with some bytes changed, cut off or put in. */
    @Example
    void aMillionInputsRaiseNothingButDecodeException() {
        int decoded = Inputs.onShallowStack(DnsMessageProperties::tried);
        assertTrue(decoded > INPUTS / 10, "only " + decoded + " inputs were messages");
    }

    private static int tried() throws UnknownHostException {
        SplittableRandom random = new SplittableRandom(0x6762);
        byte[] valid = message(random).encode();
        int decoded = 0;
        for (int i = 0; i < INPUTS; i++) {
            if (i % 64 == 0) {
                valid = message(random).encode();
            }
            byte[] input = i % 4 == 0 ? random(random) : mutated(valid, random);
            try {
                DnsMessage message = DnsMessage.decode(input);
                decoded++;
                assertTrue(message.questions().size() + message.answers().size() <= input.length);
            } catch (DecodeException refused) {
                assertTrue(refused.getMessage().length() < 200, refused.getMessage());
            }
        }
        return decoded;
    }

    @Example
    void whatIsWrittenReadsTheSame() throws DecodeException, UnknownHostException {
        SplittableRandom random = new SplittableRandom(0x1035);
        for (int i = 0; i < ROUND_TRIPS; i++) {
            DnsMessage message = message(random);
            assertEquals(message, DnsMessage.decode(message.encode()));
        }
    }

    private static DnsMessage message(SplittableRandom random) throws UnknownHostException {
        List<DnsQuestion> questions = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            questions.add(new DnsQuestion(name(random), random.nextInt(0x10000), random.nextBoolean()));
        }
        return new DnsMessage(random.nextBoolean(), questions, records(random), records(random));
    }

    private static List<DnsRecord> records(SplittableRandom random) throws UnknownHostException {
        List<DnsRecord> records = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            records.add(new DnsRecord(name(random), random.nextBoolean(), random.nextLong(1L << 32), data(random)));
        }
        return records;
    }

    private static DnsData data(SplittableRandom random) throws UnknownHostException {
        return switch (random.nextInt(6)) {
            case 0 -> new DnsData.Address(InetAddress.getByAddress(bytes(random, 4)));
            case 1 -> new DnsData.Address(Inet6Address.getByAddress(null, bytes(random, 16), -1));
            case 2 -> new DnsData.Pointer(name(random));
            case 3 ->
                new DnsData.Service(
                        random.nextInt(0x10000), random.nextInt(0x10000), random.nextInt(0x10000), name(random));
            case 4 -> new DnsData.Text(List.of("SII=5000", "T=" + random.nextInt(9)));
            default -> new DnsData.Other(47, "\u0000\u00ff\u0080");
        };
    }

    /** Few labels, so that names share their ends. */
    private static DnsName name(SplittableRandom random) {
        List<String> labels = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            labels.add(List.of("a", "_sub", "_matterc", "\u00c3\u00a9", "x".repeat(63))
                    .get(random.nextInt(5)));
        }
        return labels.stream().mapToInt(String::length).sum() > 240 ? DnsName.of("local") : new DnsName(labels);
    }

    private static byte[] bytes(SplittableRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** With a header that is likely to be read over. */
    private static byte[] random(SplittableRandom random) {
        byte[] input = bytes(random, random.nextInt(100));
        for (int i = 0; i < Math.min(12, input.length); i++) {
            input[i] = (byte) (i % 2 == 1 && i > 3 ? random.nextInt(3) : 0);
        }
        return input;
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] mutant = Arrays.copyOf(valid, Math.max(0, valid.length + random.nextInt(9) - 4));
        for (int changes = random.nextInt(4); changes > 0 && mutant.length > 0; changes--) {
            mutant[random.nextInt(mutant.length)] =
                    (byte) (random.nextInt(4) == 0 ? 0xC0 | random.nextInt(4) : random.nextInt(256));
        }
        return mutant;
    }
}
