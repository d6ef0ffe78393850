package org.lockcredentials.zwave.frame;

import java.io.ByteArrayOutputStream;
import java.util.Random;

/** A bad line: of the bytes that pass, a share is dropped, doubled or changed, always the same for one seed. */
public final class Faults {

    private final Random random;
    private final double share;

    public Faults(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /** A line that does nothing to its bytes. */
    public static Faults none() {
        return new Faults(0, 0);
    }

    byte[] damage(byte[] bytes) {
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (byte b : bytes) {
            switch (random.nextDouble() < share ? random.nextInt(3) : -1) {
                case 0 -> {}
                case 1 -> damaged.writeBytes(new byte[] {b, b});
                case 2 -> damaged.write(b ^ (1 + random.nextInt(255)));
                default -> damaged.write(b);
            }
        }
        return damaged.toByteArray();
    }
}
