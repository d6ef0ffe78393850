package org.lockcredentials.matter.securechannel;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.spi.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What sessions may be resumed with, by node, also after this process was started anew.
 *
 * <p>Nothing breaks when one is lost, so nobody waits for the disk. Used by tasks of one actor only.
 */
public final class Resumptions implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Resumptions.class);

    private static final String FOLDER = "matter/resumption/";

    private final StateStore store;
    private final Executor executor;
    private final Map<PeerNode, Optional<Resumption>> known = new HashMap<>();
    private boolean closed;

    /** @param executor where the store is written */
    public Resumptions(StateStore store, Executor executor) {
        this.store = store;
        this.executor = executor;
    }

    /** A copy, which the caller wipes. */
    Optional<Resumption> find(PeerNode node) {
        return closed
                ? Optional.empty()
                : known.computeIfAbsent(node, this::read)
                        .map(kept ->
                                new Resumption(kept.id(), kept.sharedSecret().copy()));
    }

    /** @param resumption belongs to this object from now on */
    void keep(PeerNode node, Resumption resumption) {
        if (closed) {
            resumption.sharedSecret().wipe();
            return;
        }
        replace(node, Optional.of(resumption));
        Secret encoded = resumption.encode();
        Runnable write = () -> {
            try (encoded) {
                encoded.use(bytes -> {
                    store.write(FOLDER + node, bytes);
                    return bytes.length;
                });
            }
        };
        later(write, encoded::wipe);
    }

    /** Has the next session with a node begin from its certificates. */
    public void forget(PeerNode node) {
        replace(node, Optional.empty());
        later(() -> store.delete(FOLDER + node), () -> {});
    }

    /** Wipes what is held; what the store has stays. */
    @Override
    public void close() {
        closed = true;
        known.values()
                .forEach(each -> each.ifPresent(held -> held.sharedSecret().wipe()));
        known.clear();
    }

    private void replace(PeerNode node, Optional<Resumption> by) {
        known.getOrDefault(node, Optional.empty())
                .ifPresent(old -> old.sharedSecret().wipe());
        known.put(node, by);
    }

    private Optional<Resumption> read(PeerNode node) {
        try {
            return store.read(FOLDER + node).flatMap(bytes -> {
                Optional<Resumption> resumption = Resumption.decode(bytes);
                Arrays.fill(bytes, (byte) 0);
                return resumption;
            });
        } catch (LockCredentialException unread) {
            log.debug("what a session may be resumed with cannot be read", unread);
            return Optional.empty();
        }
    }

    private void later(Runnable write, Runnable unwritten) {
        try {
            executor.execute(() -> {
                try {
                    write.run();
                } catch (LockCredentialException failure) {
                    log.debug("what a session may be resumed with was not written", failure);
                }
            });
        } catch (RejectedExecutionException shutDown) {
            unwritten.run();
            log.debug("the executor takes no more work: the next session begins from certificates");
        }
    }
}
