package org.lockcredentials.matter.setup;

/**
 * The number by which a device that waits to be commissioned is told from others nearby (Matter Core 5.1.1.5).
 *
 * <p>A QR code holds all 12 bits of it, a manual pairing code the upper 4 only.
 *
 * @param value 0 to 4,095 if long, 0 to 15 if short
 * @param isShort whether only the upper four bits are known
 */
public record Discriminator(int value, boolean isShort) {

    private static final int LONGEST = 0xFFF;
    private static final int SHORTEST = 0xF;
    private static final int LOWER_BITS = 8;

    /** @throws IllegalArgumentException if the value is out of its range */
    public Discriminator {
        if (value < 0 || value > (isShort ? SHORTEST : LONGEST)) {
            throw new IllegalArgumentException(value + " is no " + (isShort ? "short" : "long") + " discriminator");
        }
    }

    /** @throws IllegalArgumentException outside 0 to 4,095 */
    public static Discriminator ofLong(int value) {
        return new Discriminator(value, false);
    }

    /** @throws IllegalArgumentException outside 0 to 15 */
    public static Discriminator ofShort(int value) {
        return new Discriminator(value, true);
    }

    /** The upper four bits, which is all that a manual pairing code tells. */
    public Discriminator toShort() {
        return isShort ? this : ofShort(value >> LOWER_BITS);
    }

    /** Whether a device that announces this long discriminator may be the one meant. */
    public boolean matches(int announced) {
        return value == (isShort ? announced >> LOWER_BITS : announced);
    }
}
