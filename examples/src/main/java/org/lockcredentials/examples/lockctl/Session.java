package org.lockcredentials.examples.lockctl;

import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.manager.ManagerBuilder;
import org.lockcredentials.matter.MatterController;
import org.lockcredentials.simulation.SimulatedLock;
import org.lockcredentials.zwave.ZWaveBackend;

/** What the commands of one run share: one manager, opened when the first of them needs it, its events, and where answers go. */
final class Session implements AutoCloseable {

    private final ConnectionOptions connection;
    private final InputStream in;
    private final Output out;
    private final ProgressLine progress;
    private final EventQueue events = new EventQueue();
    private volatile Optional<LockCredentialManager> manager = Optional.empty();

    Session(ConnectionOptions connection, InputStream in, Output out, ProgressLine progress) {
        this.connection = connection;
        this.in = in;
        this.out = out;
        this.progress = progress;
    }

    /** Opens the networks at the first call. */
    LockCredentialManager manager() {
        if (manager.isEmpty()) {
            manager = Optional.of(open());
        }
        return manager.get();
    }

    private LockCredentialManager open() {
        ManagerBuilder builder = LockCredentialManager.builder()
                .stateDirectory(connection.state())
                .listener(events)
                .listener(progress);
        connection.backends().forEach(builder::backend);
        return await(builder.open());
    }

    Lock lock(LockId id) {
        return manager().lock(id);
    }

    /**
     * The Z-Wave network, opened.
     *
     * @throws IllegalArgumentException if none was chosen
     */
    ZWaveBackend zwave() {
        connection.requireZwave();
        manager();
        return connection.zwave();
    }

    /** A simulated lock from the side of the person at the door. */
    SimulatedLock simulated(LockId id) {
        manager();
        return connection.simulated(id);
    }

    /** The administrator of the Matter fabric. */
    MatterController matter() {
        manager();
        return connection.matter();
    }

    /** All that happened since the networks were opened. */
    EventQueue events() {
        return events;
    }

    Output out() {
        return out;
    }

    InputStream in() {
        return in;
    }

    /** Waits as long as the SDK takes, which has a deadline of its own for everything. */
    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LockCredentialException refusal) {
                throw refusal;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        progress.erase();
        manager.ifPresent(LockCredentialManager::close);
    }
}
