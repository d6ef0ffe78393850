package org.lockcredentials.matter.tlv;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Valid bytes made wrong in a way that a line or an attacker would. */
public final class Mutation {

    private Mutation() {}

    /** Some octets changed, or the end cut off, or a part put in twice; now and then nothing at all. */
    public static byte[] of(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid.clone();
        if (bytes.length == 0) {
            return bytes;
        }
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                int from = random.nextInt(bytes.length);
                byte[] longer = Arrays.copyOf(bytes, 2 * bytes.length - from);
                System.arraycopy(bytes, from, longer, bytes.length, bytes.length - from);
                return longer;
            }
            default -> {
                for (int change = random.nextInt(3); change > 0; change--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                return bytes;
            }
        }
    }
}
