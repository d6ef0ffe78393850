package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Witness;

/** A host of simulated locks whose time the test moves. */
final class Bench implements BackendListener {

    final ManualScheduler time = new ManualScheduler();
    final List<LockEvent> events = new ArrayList<>();
    final SimulatedBackend backend;
    private final Map<LockId, LockDriver> drivers = new HashMap<>();

    Bench(SimulatedBackend backend, StateStore store) {
        this.backend = backend;
        await(backend.open(new BackendContext(time.executor(), time, store, this)));
    }

    static Bench of(SimulatedLock lock) {
        return new Bench(SimulatedBackend.of(lock), new MemoryStateStore());
    }

    LockDriver driver() {
        return drivers.get(backend.locks().get(0).id());
    }

    <T> T await(CompletableFuture<T> future) {
        time.settle();
        assertTrue(future.isDone(), "not answered");
        return future.join();
    }

    LockCredentialException failure(CompletableFuture<?> future) {
        time.settle();
        CompletionException wrapped = assertThrows(CompletionException.class, future::join);
        LockCredentialException failure = (LockCredentialException) wrapped.getCause();
        Witness.seen(failure);
        return failure;
    }

    Outcome addUser(int index, String name) {
        return await(driver().writeUser(WriteMode.ADD, wanted(User.general(index, Optional.of(name)))));
    }

    Outcome addPin(int user, int slot, Secret pin) {
        return await(driver().writeCredential(WriteMode.ADD, pin(user, slot, pin)));
    }

    static UserWrite wanted(User user) {
        return new UserWrite(user, Optional.empty());
    }

    static CredentialWrite pin(int user, int slot, Secret pin) {
        return new CredentialWrite(user, new Credential(CredentialType.PIN, slot), pin);
    }

    /** The events of one kind, of which note is taken, oldest first. */
    <T extends LockEvent> List<T> heard(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void pass(Duration span) {
        time.advance(span);
    }

    @Override
    public void lockFound(LockDriver driver) {
        drivers.put(driver.info().id(), driver);
    }

    @Override
    public void lockGone(LockId lock) {
        drivers.remove(lock);
    }

    @Override
    public void event(LockEvent event) {
        Witness.seen(event);
        events.add(event);
    }
}
