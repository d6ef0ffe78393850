package org.lockcredentials.matter.peer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Somebody on the path, who has no key: before each packet it sends an earlier one again, a part of this one, this one with a bit turned,
 * one of its own with the same header and a later counter, and this one back to where it came from.
 */
public final class Attacker {
    private static final int HEADER = 8;
    private static final int COUNTER = 4;

    /** A packet of the attacker's, and where it goes. */
    record Addition(byte[] packet, boolean toLock) {}

    private final Random random;
    private final List<byte[]> seenByLock = new ArrayList<>();
    private final List<byte[]> seenByHost = new ArrayList<>();
    private long toLock;
    private long toHost;

    public Attacker(final long seed) {
        this.random = new Random(seed);
    }

    /** Packets that it sent to the lock. */
    public synchronized long toLock() {
        return toLock;
    }

    /** Packets that it sent to the host. */
    public synchronized long toHost() {
        return toHost;
    }

    synchronized List<Addition> meets(final byte[] packet, final boolean headedToLock) {
        final List<byte[]> seen = headedToLock ? seenByLock : seenByHost;
        final List<Addition> additions = new ArrayList<>();
        if (!seen.isEmpty()) {
            additions.add(new Addition(seen.get(random.nextInt(seen.size())), headedToLock));
        }
        additions.add(new Addition(Arrays.copyOf(packet, random.nextInt(packet.length)), headedToLock));
        additions.add(new Addition(turned(packet), headedToLock));
        additions.add(new Addition(forged(packet), headedToLock));
        additions.add(new Addition(packet, !headedToLock));
        seen.add(packet);
        additions.forEach(each -> count(each.toLock()));
        return additions;
    }

    private void count(final boolean headedToLock) {
        if (headedToLock) {
            toLock++;
        } else {
            toHost++;
        }
    }

    private byte[] turned(final byte[] packet) {
        final byte[] turned = packet.clone();
        final int bit = random.nextInt(packet.length * Byte.SIZE);
        turned[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return turned;
    }

    private byte[] forged(final byte[] packet) {
        final byte[] forged = new byte[packet.length];
        random.nextBytes(forged);
        System.arraycopy(packet, 0, forged, 0, Math.min(HEADER, packet.length));
        forged[COUNTER]++;
        return forged;
    }
}
