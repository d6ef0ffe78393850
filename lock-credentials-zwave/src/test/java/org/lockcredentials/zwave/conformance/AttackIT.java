package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.zwave.host.SmallHost.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** Somebody within radio range: nothing changes on the lock or in the SDK, nothing is accepted, service goes on. */
final class AttackIT {

    private static final int NODE = LockKind.NODE;
    /** Unlocked by RF, as a Notification Report. */
    private static final String UNLOCKED = "7105000000FF060400";
    /** User 1's code on either kind of lock. */
    private static final String STOLEN = "6301010139393939";

    private final List<LockEvent> heard = new CopyOnWriteArrayList<>();
    private int guests;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"S2_USER_CREDENTIAL", "S2_USER_CODE", "S0_USER_CODE"})
    void nothingIsAcceptedAndServiceGoesOn(LockKind kind) throws Exception {
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(Reach.Way.TCP, stick, folder));
                LockCredentialManager manager = SecureHost.at(stick, new MemoryStateStore())) {
            Lock lock = Witness.over(Lock.class, manager.lock(under.id()));
            add(lock);
            manager.events().subscribe(heard::add);
            unchanged(stick, under, lock, "forge", ",'hex':'" + UNLOCKED + "'");
            unchanged(stick, under, lock, "downgrade", ",'hex':'" + UNLOCKED + "'");
            unchanged(stick, under, lock, "wrongKey", ",'hex':'" + UNLOCKED + "'");
            unchanged(stick, under, lock, "toNode", ",'hex':'" + STOLEN + "'");
            unchanged(stick, under, lock, "replay", ",'count':5,'sealed':true");
            unchanged(stick, under, lock, "replayToNode", ",'count':5");
            unchanged(stick, under, lock, "replay", ",'count':20,'reversed':true");
            unchanged(stick, under, lock, "replayToNode", ",'count':20,'reversed':true");
            for (String what : List.of("get", "report", "s0get", "s0report")) {
                unchanged(stick, under, lock, "flood", ",'count':50,'what':'" + what + "'");
            }
            add(lock);
            for (String spoilt : List.of("flip", "truncate")) {
                stick.attack(NODE, spoilt, ",'count':1");
                add(lock);
            }
            // Whatever follows another frame within 150 ms overtakes it, both ways; what follows none is late.
            stick.weather(NODE, 1, 0, 0, 1);
            add(lock);
            add(lock);
            stick.weather(NODE, 1, 0, 0, 0);
            add(lock);
            assertEquals(guests, under.truth().size());
            assertEquals(guests, await(lock.users().list()).size());
        }
    }

    private void unchanged(ZwaveJsStick stick, ZwaveJsLock under, Lock lock, String attack, String options) {
        List<TrueUser> truth = under.truth();
        List<User> users = await(lock.users().list());
        heard.clear();
        stick.attack(NODE, attack, options);
        assertEquals(users, await(lock.users().list()), attack);
        assertEquals(truth, under.truth(), attack);
        assertEquals(
                List.of(),
                heard.stream().filter(LockEvent.Operation.class::isInstance).toList(),
                attack);
    }

    private void add(Lock lock) {
        guests++;
        AccessRequest guest = AccessRequest.builder(new AccessKey("attack", "guest " + guests))
                .name("Guest " + guests)
                .pin(Secret.of(Pins.next()))
                .build();
        assertEquals(Outcome.CONFIRMED, await(lock.access().add(guest)).outcome());
    }
}
