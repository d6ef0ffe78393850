package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Door;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.Pins;

/** A lock with a latch, which moves only with a PIN. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UnboltingLockIT {

    private static final String OPTIONS = """
            {'requirePin':true,'features':['PIN','RID','DPS','COTA','USR','WDSCH','YDSCH','HDSCH','UBOLT']}""";

    private final MemoryStore store = new MemoryStore();
    private final BlockingQueue<LockEvent.Operation> operations = new LinkedBlockingQueue<>();

    @Test
    void movesWithTheRightPinOnlyAndTellsEachMoveOnce() throws Exception {
        try (MatterJsLock peer = MatterJsLock.start(OPTIONS)) {
            LockId id = Commissioned.lock(store, peer.qrCode(), peer.address());
            try (LockCredentialManager manager = await(LockCredentialManager.builder()
                    .backend(new MatterBackend(Commissioned.loopback()))
                    .stateStore(store)
                    .open())) {
                manager.events().subscribe(this::heard);
                Lock lock = manager.lock(id);
                Door door = lock.door();
                Secret pin = Secret.of(Pins.next());
                int ann = await(lock.access()
                                .add(AccessRequest.builder(new AccessKey("it", "ann"))
                                        .name("Ann")
                                        .pin(pin)
                                        .build()))
                        .userIndex()
                        .orElseThrow();

                assertEquals(Reason.INVALID, reason(door.unlock(Optional.empty())));
                assertEquals(Reason.REJECTED, reason(door.unlock(Optional.of(Secret.of(Pins.next())))));
                LockEvent.Operation denied = next();
                assertEquals(Action.DENIED, denied.action());
                assertEquals(Optional.empty(), denied.user());
                assertEquals(Door.Bolt.LOCKED, await(door.state()).bolt());

                List<Action> moves = List.of(Action.UNLOCK, Action.LOCK, Action.UNLOCK, Action.LOCK);
                List<CompletableFuture<?>> told = List.of(
                        door.unlock(Optional.of(pin)),
                        door.lock(Optional.of(pin)),
                        door.unbolt(Optional.of(pin)),
                        door.lock(Optional.of(pin)));
                told.forEach(Commissioned::await);
                for (Action move : moves) {
                    LockEvent.Operation operation = next();
                    assertEquals(move, operation.action());
                    assertEquals(LockEvent.Source.REMOTE, operation.source());
                    assertEquals(Optional.of(ann), operation.user().map(LockEvent.Actor::index));
                }

                peer.command("{'cmd':'unlock'}");
                assertEquals(LockEvent.Source.MANUAL, next().source());
                peer.command("{'cmd':'lock'}");
                assertEquals(Action.LOCK, next().action());
                assertTrue(operations.isEmpty(), operations::toString);
            }
        }
    }

    private void heard(LockEvent event) {
        if (event instanceof LockEvent.Operation operation) {
            operations.add(operation);
        }
    }

    private LockEvent.Operation next() throws InterruptedException {
        LockEvent.Operation next = operations.poll(20, TimeUnit.SECONDS);
        assertTrue(next != null, "nothing more was told");
        return next;
    }

    private static Reason reason(CompletableFuture<?> future) {
        ExecutionException failed = assertThrows(ExecutionException.class, () -> future.get(60, TimeUnit.SECONDS));
        return ((LockCredentialException) failed.getCause()).reason();
    }
}
