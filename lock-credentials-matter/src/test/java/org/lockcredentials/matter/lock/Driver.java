package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;

/** A driver over a scripted lock, and words in which tests are written. */
final class Driver {

    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final LockId ID = new LockId("matter", "0000000000000012", 1);

    final List<LockEvent> events = new ArrayList<>();
    final ManualScheduler time = new ManualScheduler();
    final StateStore store;
    final MatterLock lock;

    Driver(ScriptedLock node) {
        this(node, new MemoryStateStore());
    }

    Driver(ScriptedLock node, StateStore store) {
        this.store = store;
        LockSite site = new LockSite(ZONE, new LockNotes(store, "matter/12"), time);
        this.lock = new MatterLock(ID, node, site, () -> NOW, events::add);
        done(lock.meet());
        node.sent.clear();
    }

    static <T> T done(CompletableFuture<T> future) {
        assertTrue(future.isDone(), "the scripted lock answers at once");
        return future.join();
    }

    static LockCredentialException failure(CompletableFuture<?> future) {
        try {
            done(future);
        } catch (CompletionException failed) {
            Witness.seen(failed);
            return assertInstanceOf(LockCredentialException.class, failed.getCause());
        }
        throw new AssertionError("completed, and should have failed");
    }

    static Reason reason(CompletableFuture<?> future) {
        return failure(future).reason();
    }

    static UserWrite user(int index, String name) {
        return new UserWrite(User.general(index, Optional.of(name)), Optional.empty());
    }

    static CredentialWrite pin(int user, int slot) {
        return pin(user, slot, Pins.next());
    }

    static CredentialWrite pin(int user, int slot, String digits) {
        return new CredentialWrite(user, new Credential(CredentialType.PIN, slot), Secret.of(digits));
    }
}
