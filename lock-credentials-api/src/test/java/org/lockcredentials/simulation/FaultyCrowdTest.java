package org.lockcredentials.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.Access;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;

/** Many hosts' calls at once through the whole SDK, on a lock where much goes wrong, with the lock itself as the witness. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class FaultyCrowdTest {

    private static final int GUESTS = 16;

    private final ManualScheduler time = new ManualScheduler();

    /** Each kind of trouble at each kind of lock. */
    static Stream<Arguments> troubles() {
        return Arrays.stream(Trouble.values())
                .flatMap(trouble -> Stream.of(
                                SimulatedLock.userCredential("1", "Front door"),
                                SimulatedLock.userCode("1", "Garden gate"),
                                SimulatedLock.strictMatter("1", "Cellar"))
                        .map(lock -> Arguments.of(trouble, lock.build())));
    }

    /** What goes wrong, at a rhythm that is not that of a retry, which would meet it every time. */
    enum Trouble {
        EVERY_THIRD_WRITE_IS_LOST {
            @Override
            void befall(Faults faults) {
                faults.every(3, LockRequest.WRITE_USER, Fault.loseAnswerBefore())
                        .every(3, LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerBefore());
            }
        },
        THE_ANSWER_TO_EVERY_THIRD_WRITE_IS_LOST {
            @Override
            void befall(Faults faults) {
                faults.every(3, LockRequest.WRITE_USER, Fault.loseAnswerAfter())
                        .every(3, LockRequest.WRITE_CREDENTIAL, Fault.loseAnswerAfter());
            }
        },
        EVERY_THIRD_REQUEST_DOES_NOT_GET_THERE {
            @Override
            void befall(Faults faults) {
                faults.every(3, Fault.unreachable());
            }
        },
        SOMEBODY_IS_FASTER_NOW_AND_THEN {
            @Override
            void befall(Faults faults) {
                faults.nth(LockRequest.WRITE_CREDENTIAL, 4, Fault.occupyFirst())
                        .nth(LockRequest.WRITE_CREDENTIAL, 9, Fault.occupyFirst());
            }
        },
        IT_RESTARTS_NOW_AND_THEN {
            @Override
            void befall(Faults faults) {
                faults.every(31, Fault.restart());
            }
        };

        abstract void befall(Faults faults);
    }

    @ParameterizedTest(name = "{index}: {0}")
    @MethodSource("troubles")
    void howeverMuchGoesWrongEveryGuestIsThereOnceInTheEnd(Trouble trouble, SimulatedLock lock) {
        Map<String, Secret> pins = new HashMap<>();
        IntStream.range(0, GUESTS).forEach(i -> pins.put("Guest " + i, Pins.secret()));
        trouble.befall(lock.faults());
        LockCredentialManager manager = await(LockCredentialManager.builder()
                .backend(SimulatedBackend.of(lock))
                .stateStore(new MemoryStateStore())
                .executor(time.executor())
                .scheduler(time)
                .operationTimeout(Duration.ofHours(1))
                .open());
        try {
            Access access = Witness.over(Access.class, manager.lock(lock.id()).access());
            Map<String, CompletableFuture<Receipt>> first = new HashMap<>();
            pins.forEach((name, pin) -> first.put(name, access.add(request(name, pin))));
            for (Map.Entry<String, CompletableFuture<Receipt>> guest : first.entrySet()) {
                finish(access, guest.getKey(), pins.get(guest.getKey()), guest.getValue());
            }
            lock.faults().clear();
            List<AccessGrant> grants = await(access.list());
            assertEquals(GUESTS, grants.size());
            assertTrue(grants.stream().allMatch(grant -> grant.state() == AccessGrant.State.ACTIVE));
        } finally {
            leave(manager);
        }
        List<HeldUser> truth = lock.truth();
        assertEquals(GUESTS, truth.stream().filter(FaultyCrowdTest::byHost).count());
        for (Secret pin : pins.values()) {
            assertEquals(1, truth.stream().filter(user -> user.holds(pin)).count());
        }
        assertEquals(List.of(), lock.audit().trespasses());
    }

    private static boolean byHost(HeldUser user) {
        return user.user().creator().equals(Optional.of("sdk"));
    }

    /** Says it again as a host would, until it is done. */
    private void finish(Access access, String name, Secret pin, CompletableFuture<Receipt> adding) {
        CompletableFuture<Receipt> latest = adding;
        for (int tries = 1; ; tries++) {
            try {
                await(latest);
                return;
            } catch (CompletionException failed) {
                LockCredentialException why = (LockCredentialException) failed.getCause();
                assertTrue(why.isTransient() && tries < 30, "try " + tries + ": " + why);
                latest = access.add(request(name, pin));
            }
        }
    }

    /** Closing ends on a thread of its own, and this one is the executor that it waits for. */
    private void leave(LockCredentialManager manager) {
        CompletableFuture<Void> closing = manager.closeAsync();
        while (!closing.isDone()) {
            time.settle();
            Thread.onSpinWait();
        }
    }

    private <T> T await(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofHours(2));
        return future.join();
    }

    private static AccessRequest request(String name, Secret pin) {
        return AccessRequest.builder(new AccessKey("crowd", name))
                .name(name)
                .pin(pin)
                .build();
    }
}
