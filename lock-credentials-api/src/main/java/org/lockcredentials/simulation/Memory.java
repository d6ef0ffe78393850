package org.lockcredentials.simulation;

import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.StateStore;

/** Keeps a lock's contents in the host's store, codes in the clear: a test tool's habit, never a backend's. */
final class Memory {

    private final StateStore store;
    private final String key;
    private byte[] saved = new byte[0];

    private Memory(StateStore store, String key) {
        this.store = store;
        this.key = key;
    }

    /** Fills {@code contents} with what the store has, if it has any. */
    static Memory open(LockId id, StateStore store, Contents contents) {
        Memory memory = new Memory(store, id.backend() + "/" + id.address() + "/contents");
        Optional<byte[]> kept = store.read(memory.key);
        if (kept.isPresent()) {
            try {
                ContentsCodec.decode(kept.get(), contents);
            } catch (DecodeException broken) {
                throw new LockCredentialException(Reason.REJECTED, "what the store has of the lock is broken", broken)
                        .at(id);
            }
            memory.saved = kept.get();
        }
        return memory;
    }

    /** Writes what changed since the last time, if anything did. */
    void save(Contents contents) {
        byte[] now = ContentsCodec.encode(contents);
        if (!Arrays.equals(now, saved)) {
            store.write(key, now);
            Arrays.fill(saved, (byte) 0);
            saved = now;
        }
    }
}
