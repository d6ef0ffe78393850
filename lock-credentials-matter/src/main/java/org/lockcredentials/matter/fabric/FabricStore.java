package org.lockcredentials.matter.fabric;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.StateStore;

/**
 * Where the fabric and the node ids given away are kept.
 *
 * <p>All is written before it is relied upon: a fabric is the same after a crash, and a node id is given away once, whoever is killed when.
 * What is there and cannot be read is never replaced, since the locks know no other fabric. Methods may block on a disk.
 * Safe for use by several threads.
 */
public final class FabricStore {

    private static final String FABRIC = "matter/fabric";
    private static final String NEXT_NODE = "matter/next-node";

    /** The last number before those that are read as negative; long before it, a fabric is full. */
    private static final long LAST_NODE = 0xFFFF_FFFFL;

    private final StateStore store;
    private final Scheduler clock;

    public FabricStore(StateStore store, Scheduler clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The fabric that is kept, or a fresh one that is kept from here on.
     *
     * @param nodeId of this controller in a fresh fabric, an operational one
     * @throws LockCredentialException REJECTED if the store cannot be read or written, or holds something that is no fabric
     */
    public synchronized Fabric open(long nodeId) {
        Optional<byte[]> kept = store.read(FABRIC);
        if (kept.isPresent()) {
            return opened(kept.get());
        }
        try (FabricState state = Fabric.create(nodeId, clock)) {
            byte[] encoded = state.encode();
            try {
                store.write(FABRIC, encoded);
            } finally {
                Arrays.fill(encoded, (byte) 0);
            }
            return Fabric.of(state, clock);
        } catch (DecodeException e) {
            throw new IllegalArgumentException("node " + Long.toUnsignedString(nodeId, 16) + " cannot be", e);
        }
    }

    /**
     * A node id that was not given away before, in this fabric and on this store.
     *
     * @throws LockCredentialException REJECTED if the store cannot be read or written; FULL after four thousand million nodes
     */
    public synchronized long allocateNodeId(Fabric fabric) {
        long next = store.read(NEXT_NODE).map(FabricStore::number).orElse(1L);
        if (next == fabric.nodeId()) {
            next++;
        }
        if (next >= LAST_NODE) {
            throw new LockCredentialException(Reason.FULL, "the fabric has no node id left");
        }
        store.write(NEXT_NODE, new ByteWriter().u32(next + 1).toBytes());
        return next;
    }

    private Fabric opened(byte[] kept) {
        try (FabricState state = FabricState.decode(kept)) {
            return Fabric.of(state, clock);
        } catch (DecodeException unreadable) {
            throw unreadable(FABRIC, unreadable);
        } finally {
            Arrays.fill(kept, (byte) 0);
        }
    }

    private static long number(byte[] kept) {
        try {
            ByteReader reader = ByteReader.of(kept);
            long number = reader.u32();
            if (!reader.isEmpty() || number == 0) {
                throw new DecodeException("no node id");
            }
            return number;
        } catch (DecodeException unreadable) {
            throw unreadable(NEXT_NODE, unreadable);
        }
    }

    private static LockCredentialException unreadable(String key, DecodeException why) {
        return new LockCredentialException(Reason.REJECTED, "the state at " + key + " cannot be read", why);
    }
}
