package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.lockcredentials.Access;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.Users;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;

/** A host's stay at the lock under test: a manager with the one backend, what it hears, and words in which checks are written. */
public final class Visit implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LockUnderTest under;
    private final MemoryStateStore store = new MemoryStateStore();
    private final List<LockEvent> heard = new ArrayList<>();
    private LockCredentialManager manager;

    Visit(LockUnderTest under) {
        this.under = under;
        this.manager = arrive();
    }

    LockUnderTest under() {
        return under;
    }

    LockCredentialManager manager() {
        return manager;
    }

    Lock lock() {
        return Witness.over(Lock.class, manager.lock(under.id()));
    }

    Users users() {
        return lock().users();
    }

    Credentials credentials() {
        return lock().credentials();
    }

    Access access() {
        return lock().access();
    }

    Capabilities capabilities() {
        return await(lock().capabilities());
    }

    boolean slotIsUser() {
        return capabilities().users().model() == Capabilities.UserModel.SLOT_IS_USER;
    }

    Capabilities.Credentials pins() {
        Optional<Capabilities.Credentials> pins = capabilities().credentials(CredentialType.PIN);
        assumeTrue(pins.isPresent(), "the lock takes no PINs");
        return pins.orElseThrow();
    }

    /** How many users with a PIN the lock can hold. */
    int places() {
        return Math.min(capabilities().users().max(), pins().slots());
    }

    void needs(OtherSide ability) {
        assumeTrue(under.abilities().contains(ability), "the lock's other side lacks " + ability);
    }

    void needs(Capabilities.Feature feature) {
        assumeTrue(capabilities().has(feature), "the lock lacks " + feature);
    }

    /** A PIN that was not used before and that the lock takes. */
    Secret pin() {
        return fitting(Pins.next());
    }

    /** Such a PIN that starts with 00. */
    Secret pinWithLeadingZeros() {
        return fitting("00" + Pins.next().substring(0, 6));
    }

    private Secret fitting(String digits) {
        int length = Math.max(pins().minLength(), Math.min(digits.length(), pins().maxLength()));
        String padded = digits + "1".repeat(Math.max(0, length - digits.length()));
        return Secret.of(Pins.watch(padded.substring(0, length)));
    }

    /** A user of that name with a PIN, made by the lowest free places. */
    Receipt addUser(String name, Secret pin) {
        Receipt user = await(users().set(named(name)));
        return await(credentials().set(user.userIndex().orElseThrow(), NewCredential.pin(pin)));
    }

    static UserUpdate named(String name) {
        return UserUpdate.builder().name(name).build();
    }

    static AccessKey key(String label) {
        return new AccessKey("conformance", label);
    }

    static AccessRequest request(String label, Secret pin) {
        return AccessRequest.builder(key(label)).name(label).pin(pin).build();
    }

    /** What a future completes with, within bounds. */
    <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new AssertionError("failed: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("not done within " + PATIENCE, late);
        }
    }

    /** How a future fails, within bounds. */
    LockCredentialException failure(CompletableFuture<?> future) {
        try {
            future.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof LockCredentialException typed) {
                return typed;
            }
            throw new AssertionError("failed with something else", failed.getCause());
        } catch (InterruptedException | TimeoutException late) {
            throw new AssertionError("not done within " + PATIENCE, late);
        }
        return fail("completed, and should have failed");
    }

    Reason reason(CompletableFuture<?> future) {
        return failure(future).reason();
    }

    /** The first event of that kind for which the condition holds, heard already or within bounds. */
    <T extends LockEvent> T event(Class<T> kind, Predicate<T> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (heard) {
            for (int next = 0; ; next++) {
                while (next >= heard.size()) {
                    waitForMore(kind, deadline);
                }
                if (kind.isInstance(heard.get(next)) && condition.test(kind.cast(heard.get(next)))) {
                    return kind.cast(heard.get(next));
                }
            }
        }
    }

    /** Waits until so many events of that kind were heard. */
    void events(Class<? extends LockEvent> kind, int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (heard) {
            while (heard.stream().filter(kind::isInstance).count() < count) {
                waitForMore(kind, deadline);
            }
        }
    }

    TrueUser truth(int index) {
        return under.truth().stream()
                .filter(user -> user.index() == index)
                .findFirst()
                .orElseGet(() -> fail("the lock holds no user " + index));
    }

    /** True if the lock itself holds that code in that place. */
    boolean holds(int user, Credential place, Secret code) {
        return code.equals(truth(user).codes().get(place));
    }

    /** Leaves, and comes again with the same state. */
    void comeAgain() {
        manager.close();
        manager = arrive();
    }

    @Override
    public void close() {
        manager.close();
    }

    private LockCredentialManager arrive() {
        LockCredentialManager opened = await(LockCredentialManager.builder()
                .backend(under.backend())
                .stateStore(store)
                .operationTimeout(Duration.ofSeconds(20))
                .open());
        opened.events().subscribe(this::hear);
        return opened;
    }

    private void hear(LockEvent event) {
        Witness.seen(event);
        synchronized (heard) {
            heard.add(event);
            heard.notifyAll();
        }
    }

    private void waitForMore(Class<?> kind, long deadline) {
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            fail("no such " + kind.getSimpleName() + " within " + PATIENCE + ", but " + heard);
        }
        try {
            TimeUnit.NANOSECONDS.timedWait(heard, left);
        } catch (InterruptedException ended) {
            throw new AssertionError("interrupted", ended);
        }
    }
}
