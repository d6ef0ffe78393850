package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.UserModel;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Lock;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.ZWaveBackend;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.peer.SecondOpinion;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** What the SDK is for, from the first question to the last deletion, step by step; then zwave-js's own driver looks at the lock. */
final class MainJobIT {

    private static final int PATIENCE_SECONDS = 30;
    private static final Credential SLOT_1 = new Credential(CredentialType.PIN, 1);
    private static final Credential SLOT_2 = new Credential(CredentialType.PIN, 2);

    private final MemoryStateStore store = new MemoryStateStore();
    private final BlockingQueue<LockEvent> heard = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"USER_CREDENTIAL, TCP", "USER_CREDENTIAL, SERIAL", "USER_CODE, TCP", "USER_CODE, SERIAL"})
    void aPinIsSetAndEverythingElse(LockKind kind, Reach.Way way) {
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(way, stick, folder))) {
            List<User> told;
            try (LockCredentialManager manager = arrive(under.backend())) {
                told = mainJob(under, lock(under, manager));
            }
            assertSame(told, under.truth(), SecondOpinion.of(stick, LockKind.NODE, folder.resolve("cache")));
            try (LockCredentialManager again = arrive(under.backend())) {
                allLeave(told, under, lock(under, again));
            }
        }
    }

    /** The lock as it is sold: it joins, and all it is told from then on is encrypted with keys that the SDK made. */
    @ParameterizedTest
    @EnumSource(names = {"S2_USER_CREDENTIAL", "S2_USER_CODE", "S0_USER_CODE"})
    void theSameEncryptedFromInclusionOnAndAfterRestartsOfBoth(LockKind kind) {
        try (ZwaveJsStick stick = kind.startOutside();
                ZwaveJsLock under = new ZwaveJsLock(stick, ZWaveConfig::of, new Reach(Reach.Way.TCP, stick, folder))) {
            ZWaveBackend backend = under.backend();
            try (LockCredentialManager manager = arrive(backend)) {
                Joining.include(backend, stick, kind);
                Lock lock = lock(under, manager);
                allLeave(mainJob(under, lock), under, lock);
            }
            List<User> told;
            try (LockCredentialManager again = arrive(under.backend())) {
                Lock lock = lock(under, again);
                allLeave(mainJob(under, lock), under, lock);
                under.restart();
                told = mainJob(under, lock);
            }
            Path keys = Joining.keys(store, folder.resolve("keys"));
            JsonNode opinion = SecondOpinion.of(stick, LockKind.NODE, folder.resolve("cache"), keys);
            assertEquals(stick.state(LockKind.NODE).at("/security/granted/0"), opinion.path("security"));
            assertSame(told, under.truth(), opinion);
        }
    }

    private List<User> mainJob(ZwaveJsLock under, Lock lock) {
        UserModel model = capabilitiesAreTold(lock);
        Secret annsPin = aPinFindsItsOwnPlace(under, lock, model);
        whatCannotBeIsRefused(under, lock, annsPin);
        aUserIsDisabledAndEnabled(under, lock);
        theDoorTellsWhoCame(under, annsPin);
        return anotherComesAndOneLeaves(under, lock);
    }

    private static void allLeave(List<User> told, ZwaveJsLock under, Lock lock) {
        assertEquals(told, await(lock.users().list()));
        assertEquals(Outcome.CONFIRMED, await(lock.users().deleteAll()).outcome());
        assertEquals(List.of(), await(lock.users().list()));
        assertEquals(List.of(), under.truth());
    }

    private static Lock lock(ZwaveJsLock under, LockCredentialManager manager) {
        return Witness.over(Lock.class, manager.lock(under.id()));
    }

    private static UserModel capabilitiesAreTold(Lock lock) {
        Capabilities can = await(lock.capabilities());
        assertEquals(12, can.users().max());
        Capabilities.Credentials pins = can.credentials(CredentialType.PIN).orElseThrow();
        assertEquals(List.of(12, 4, 10), List.of(pins.slots(), pins.minLength(), pins.maxLength()));
        assertEquals(Capabilities.Enabling.NATIVE, can.enabling());
        return can.users().model();
    }

    private static Secret aPinFindsItsOwnPlace(ZwaveJsLock under, Lock lock, UserModel model) {
        Receipt ann = await(lock.users().set(named("Ann")));
        assertEquals(1, ann.userIndex().orElseThrow());
        // A lock on which the slot is the user keeps nobody who has no code; the host does, until there is one.
        assertEquals(model == UserModel.SLOT_IS_USER ? Outcome.PENDING : Outcome.CONFIRMED, ann.outcome());
        Secret pin = Secret.of(Pins.nextWithLeadingZero());
        assertEquals(
                Receipt.of(lock.id(), Outcome.CONFIRMED, 1, List.of(SLOT_1)),
                await(lock.credentials().set(1, NewCredential.pin(pin))));
        assertEquals(pin, holder(under, 1).codes().get(SLOT_1), "the leading zero is there");
        return pin;
    }

    private static void whatCannotBeIsRefused(ZwaveJsLock under, Lock lock, Secret annsPin) {
        await(lock.users().set(named("Ben")));
        assertEquals(Reason.DUPLICATE, refusal(lock, 2, annsPin));
        assertEquals(Reason.NOT_FOUND, refusal(lock, 12, Secret.of(Pins.next())));
        long before = under.requests();
        assertEquals(Reason.INVALID, refusal(lock, 2, Secret.of("123")));
        assertEquals(Reason.INVALID, refusal(lock, 2, Secret.of("12345678901")));
        assertEquals(Reason.INVALID, refusal(lock, 2, Secret.of("12a4")));
        assertEquals(before, under.requests(), "what cannot be a PIN costs no frame");
    }

    private static void aUserIsDisabledAndEnabled(ZwaveJsLock under, Lock lock) {
        assertEquals(Outcome.CONFIRMED, await(lock.users().setEnabled(1, false)).outcome());
        assertFalse(holder(under, 1).enabled());
        assertFalse(await(lock.users().get(1)).orElseThrow().enabled());
        assertEquals(Outcome.CONFIRMED, await(lock.users().setEnabled(1, true)).outcome());
        assertTrue(holder(under, 1).enabled());
    }

    private void theDoorTellsWhoCame(ZwaveJsLock under, Secret annsPin) {
        under.enterCode(annsPin);
        LockEvent.Operation unlocked = operation(Action.UNLOCK);
        assertEquals(Optional.of(new LockEvent.Actor(1, Optional.of("Ann"))), unlocked.user());
        assertEquals(LockEvent.Source.KEYPAD, unlocked.source());
        under.turnByHand(true);
        LockEvent.Operation locked = operation(Action.LOCK);
        assertEquals(Optional.empty(), locked.user());
        assertEquals(LockEvent.Source.MANUAL, locked.source());
    }

    /** @return the users that are left */
    private static List<User> anotherComesAndOneLeaves(ZwaveJsLock under, Lock lock) {
        await(lock.credentials().set(2, NewCredential.pin(Secret.of(Pins.next()))));
        await(lock.users().set(named("Cem")));
        Secret pin = Secret.of(Pins.nextWithLeadingZero());
        Receipt cem = await(lock.credentials().set(3, NewCredential.pin(pin)));
        assertEquals(List.of(new Credential(CredentialType.PIN, 3)), cem.credentials());
        assertEquals(
                List.of("Ann", "Ben", "Cem"),
                await(lock.users().list()).stream()
                        .map(user -> user.name().orElseThrow())
                        .toList());
        assertEquals(
                Outcome.CONFIRMED,
                await(lock.credentials().delete(CredentialType.PIN, SLOT_2.slot()))
                        .outcome());
        await(lock.users().delete(2));
        assertEquals(List.of(1, 3), under.truth().stream().map(TrueUser::index).toList());
        List<User> left = await(lock.users().list());
        assertEquals(List.of(1, 3), left.stream().map(User::index).toList());
        return left;
    }

    /** The SDK, the lock itself and zwave-js's driver say the same. */
    private static void assertSame(List<User> told, List<TrueUser> truth, JsonNode opinion) {
        assertEquals(told.size(), opinion.path("users").size());
        assertEquals(told.size(), opinion.path("credentials").size());
        for (int i = 0; i < told.size(); i++) {
            User user = told.get(i);
            JsonNode theirs = opinion.path("users").path(i);
            assertEquals(user.index(), theirs.path("user").intValue());
            assertEquals(user.enabled(), theirs.path("active").booleanValue());
            truth.get(i)
                    .name()
                    .ifPresent(name -> assertEquals(name, theirs.path("name").textValue()));
            JsonNode code = opinion.path("credentials").path(i);
            Credential place =
                    new Credential(CredentialType.PIN, code.path("slot").intValue());
            assertEquals(List.of(place), user.credentials());
            assertEquals(user.index(), code.path("user").intValue());
            assertEquals(
                    truth.get(i).codes().get(place), Secret.of(code.path("data").textValue()));
        }
    }

    private LockCredentialManager arrive(ZWaveBackend backend) {
        LockCredentialManager manager = await(LockCredentialManager.builder()
                .backend(backend)
                .stateStore(store)
                .open());
        manager.events().subscribe(event -> {
            Witness.seen(event);
            heard.add(event);
        });
        return manager;
    }

    private LockEvent.Operation operation(Action action) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        try {
            for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                if (heard.poll(left, TimeUnit.NANOSECONDS) instanceof LockEvent.Operation operation
                        && operation.action() == action) {
                    return operation;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + action + " was heard of");
    }

    private static Reason refusal(Lock lock, int user, Secret code) {
        return failure(lock.credentials().set(user, NewCredential.pin(code))).reason();
    }

    private static TrueUser holder(ZwaveJsLock under, int index) {
        return under.truth().stream()
                .filter(user -> user.index() == index)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the lock holds no user " + index));
    }

    private static UserUpdate named(String name) {
        return UserUpdate.builder().name(name).build();
    }
}
