package org.lockcredentials.matter.tlv;

import java.util.SplittableRandom;

/** Well-formed trees of chance. */
public final class RandomTlv {

    private RandomTlv() {}

    /** A structure of up to six members, three containers deep at most. */
    public static byte[] encoded(SplittableRandom random) {
        TlvWriter out = new TlvWriter();
        out.structure(Tag.ANONYMOUS, members -> members(members, random, 3));
        return out.takeBytes();
    }

    private static void members(TlvWriter out, SplittableRandom random, int depth) {
        int count = random.nextInt(7);
        for (int tag = 0; tag < count; tag++) {
            element(out, tag == 6 ? new Tag.Profile(1, 2, random.nextInt(100_000)) : Tag.of(tag), random, depth);
        }
    }

    private static void elements(TlvWriter out, SplittableRandom random, int depth) {
        for (int left = random.nextInt(4); left > 0; left--) {
            element(out, Tag.ANONYMOUS, random, depth);
        }
    }

    private static void element(TlvWriter out, Tag tag, SplittableRandom random, int depth) {
        switch (random.nextInt(depth > 0 ? 10 : 7)) {
            case 0 -> out.unsigned(tag, random.nextLong() >>> random.nextInt(64));
            case 1 -> out.signed(tag, random.nextLong() >> random.nextInt(64));
            case 2 -> out.bool(tag, random.nextBoolean());
            case 3 -> out.utf8(tag, "n\u00E4me".substring(random.nextInt(4)));
            case 4 -> out.bytes(tag, new byte[random.nextInt(300)]);
            case 5 -> out.nil(tag);
            case 6 -> out.element(tag, new TlvElement.FloatingPoint(random.nextInt(9) / 4.0, random.nextBoolean()));
            case 7 -> out.structure(tag, inner -> members(inner, random, depth - 1));
            case 8 -> out.array(tag, inner -> elements(inner, random, depth - 1));
            default -> out.list(tag, inner -> elements(inner, random, depth - 1));
        }
    }
}
