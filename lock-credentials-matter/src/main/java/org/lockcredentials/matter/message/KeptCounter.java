package org.lockcredentials.matter.message;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Optional;
import org.lockcredentials.spi.StateStore;

/**
 * A counter that goes on where an earlier process left off, sections 4.6.1.2 and 4.6.3.
 *
 * <p>The store holds a number that is higher than any used: it is raised by a block before the first of the block is used.
 * So a process that was killed uses none twice, and costs at most a block.
 */
public final class KeptCounter {

    /** Numbers that one write to the store allows. */
    public static final long BLOCK = 10_000;

    private static final long MASK = 0xFFFF_FFFFL;

    private final StateStore store;
    private final String name;
    private final SecureRandom random;
    private long next;
    private long allowed;

    /** Nothing is read before the first number is asked for. */
    public KeptCounter(StateStore store, String name, SecureRandom random) {
        this.store = store;
        this.name = name;
        this.random = random;
    }

    /**
     * The next number, 0 to 4,294,967,295; it turns over.
     *
     * @throws org.lockcredentials.LockCredentialException REJECTED if the store fails; no number is used then
     */
    public long next() {
        if (allowed == 0) {
            long first = store.read(name).flatMap(KeptCounter::decode).orElseGet(() -> (random.nextInt() >>> 4) + 1L);
            store.write(name, encode(first + BLOCK & MASK));
            next = first;
            allowed = BLOCK;
        }
        allowed--;
        long number = next;
        next = next + 1 & MASK;
        return number;
    }

    private static byte[] encode(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    private static Optional<Long> decode(byte[] kept) {
        return kept.length == Long.BYTES ? Optional.of(ByteBuffer.wrap(kept).getLong() & MASK) : Optional.empty();
    }
}
