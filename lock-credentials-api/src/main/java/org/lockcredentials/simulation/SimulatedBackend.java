package org.lockcredentials.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.LockBackend;

/**
 * A network of {@link SimulatedLock}s. It has no thread of its own: it works on the host's executor and by the host's scheduler.
 */
public final class SimulatedBackend implements LockBackend {

    /** The first word of its locks' ids. */
    public static final String NAME = "simulated";

    private final List<SimulatedLock> locks;
    private final boolean remembering;
    private final Map<SimulatedLock, Line> lines = new LinkedHashMap<>();
    private boolean opened;
    private boolean closed;

    private SimulatedBackend(List<SimulatedLock> locks, boolean remembering) {
        this.locks = List.copyOf(locks);
        this.remembering = remembering;
        if (this.locks.stream()
                        .map(SimulatedLock::id)
                        .collect(Collectors.toSet())
                        .size()
                != this.locks.size()) {
            throw new IllegalArgumentException("two simulated locks have one id");
        }
    }

    /** @throws IllegalArgumentException if two of the locks have one id */
    public static SimulatedBackend of(SimulatedLock... locks) {
        return new SimulatedBackend(List.of(locks), false);
    }

    /**
     * Locks whose contents are kept in the host's {@link org.lockcredentials.spi.StateStore} under {@code simulated/} and are there again in another process.
     *
     * <p>This is a test tool: the codes of these make-believe users lie there in the clear.
     *
     * @throws IllegalArgumentException if two of the locks have one id
     */
    public static SimulatedBackend remembering(SimulatedLock... locks) {
        return new SimulatedBackend(List.of(locks), true);
    }

    /**
     * Two locks to try the SDK with, remembered as by {@link #remembering}: {@code simulated:1} is a front door with users and credentials, {@code simulated:2} a
     * garden gate whose code slots are its users.
     */
    public static SimulatedBackend frontDoorAndGardenGate() {
        return remembering(
                SimulatedLock.userCredential("1", "Front door").build(),
                SimulatedLock.userCode("2", "Garden gate").build());
    }

    /** Its locks. */
    public List<SimulatedLock> locks() {
        return locks;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CompletableFuture<Void> open(BackendContext context) {
        try {
            connect(context).forEach((lock, line) -> context.listener().lockFound(lock.driver(line)));
            return CompletableFuture.completedFuture(null);
        } catch (LockCredentialException refused) {
            return CompletableFuture.failedFuture(refused);
        }
    }

    @Override
    public CompletableFuture<Void> close() {
        hangUp().forEach(SimulatedLock::disconnect);
        return CompletableFuture.completedFuture(null);
    }

    private synchronized Map<SimulatedLock, Line> connect(BackendContext context) {
        if (closed || opened) {
            throw new LockCredentialException(Reason.CLOSED, "a backend is opened once");
        }
        opened = true;
        locks.forEach(lock -> lines.put(lock, lock.connect(context, remembering)));
        return new LinkedHashMap<>(lines);
    }

    private synchronized Map<SimulatedLock, Line> hangUp() {
        closed = true;
        return new LinkedHashMap<>(lines);
    }
}
