package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Lock;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.peer.Attacker;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.peer.UdpRelay;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.Pins;

/** Somebody between the controller and the lock replays, cuts, changes and makes up messages both ways while codes are written. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class AttackedLockIT {

    private static final int GUESTS = 12;

    @Test
    void nothingChangesButWhatIsAskedAndAllElseIsCounted() {
        MatterBackend backend = new MatterBackend(Commissioned.loopback());
        try (MatterJsLock lock = MatterJsLock.start("{}");
                UdpRelay relay = UdpRelay.inFrontOf(lock.address(), 1);
                LockCredentialManager manager = await(LockCredentialManager.builder()
                        .backend(backend)
                        .stateStore(new MemoryStore())
                        .open())) {
            Lock door = manager.lock(commission(backend, lock, relay));
            await(door.users().list());
            JsonNode before = lock.state();
            JsonNode asked = lock.command("{'cmd':'requests'}").path("commands");
            long dropped = backend.controller().droppedMessages();

            Attacker attacker = new Attacker(7);
            relay.attackedBy(attacker);
            Map<String, String> codes = new HashMap<>();
            List<CompletableFuture<Receipt>> adding = new ArrayList<>();
            for (int i = 0; i < GUESTS; i++) {
                String pin = Pins.next();
                codes.put("Guest " + i, pin);
                adding.add(door.access().add(access("Guest " + i, pin)));
            }
            adding.forEach(each -> assertEquals(Outcome.CONFIRMED, await(each).outcome()));
            List<User> listed = await(door.users().list());
            relay.leftInPeace();
            // The answer is behind all that the attacker sent.
            assertEquals(listed, await(door.users().list()));

            assertEquals(GUESTS, listed.size());
            assertTrue(attacker.toLock() > 4 * GUESTS && attacker.toHost() > 4 * GUESTS, "there was an attack");
            assertTrue(
                    backend.controller().droppedMessages() - dropped >= attacker.toHost(),
                    "each of " + attacker.toHost() + " is counted: "
                            + (backend.controller().droppedMessages() - dropped));
            holdsJust(codes, lock.state());
            assertEquals(before.path("lockState"), lock.state().path("lockState"));
            JsonNode done = lock.command("{'cmd':'requests'}").path("commands");
            for (String write : List.of("setUser", "setCredential")) {
                assertEquals(
                        GUESTS, done.path(write).longValue() - asked.path(write).longValue(), write);
            }
            for (String never : List.of("clearUser", "clearCredential", "lockDoor", "unlockDoor")) {
                assertEquals(asked.path(never).longValue(), done.path(never).longValue(), never);
            }
            assertEquals(1, lock.fabrics().size());
        }
    }

    private static LockId commission(MatterBackend backend, MatterJsLock lock, UdpRelay relay) {
        try (Secret code = Secret.of(lock.manualCode())) {
            return await(backend.controller()
                            .commission(CommissioningRequest.of(code).at(relay.address())))
                    .locks()
                    .get(0);
        }
    }

    private static AccessRequest access(String name, String pin) {
        return AccessRequest.builder(new AccessKey("it", name))
                .name(name)
                .pin(Secret.of(pin))
                .build();
    }

    /** Each name once, with its own code. */
    private static void holdsJust(Map<String, String> codes, JsonNode state) {
        Map<Integer, String> data = new HashMap<>();
        state.path("credentials")
                .forEach(each -> data.put(
                        each.path("index").intValue(), each.path("data").textValue()));
        Map<String, String> held = new HashMap<>();
        for (JsonNode user : state.path("users")) {
            assertEquals(1, user.path("credentials").size());
            int slot = user.path("credentials").path(0).path("credentialIndex").intValue();
            held.put(user.path("userName").textValue(), data.get(slot));
        }
        assertEquals(GUESTS, state.path("users").size());
        assertEquals(GUESTS, data.size());
        assertTrue(codes.equals(held), "the lock holds other codes than it was given");
    }
}
