package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;
import static org.lockcredentials.matter.conformance.VisitedLock.failure;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;

/** The PIN of the lock's own menu, on a lock that has one. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProgrammingPinIT {

    private static final int PROGRAMMING_PIN = 0;
    private static final int FAILURE = 1;

    private final StateStore fabric = new MemoryStateStore();

    /** The peer's lock is in our fabric alone, which is its first. */
    private static void give(MatterJsLock peer, String pin, int fabricIndex) {
        peer.command("{'cmd':'programmingPin','pin':'%s','fabric':%d}".formatted(pin, fabricIndex));
    }

    private static String held(MatterJsLock peer) {
        return peer.held(PROGRAMMING_PIN, 0)
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'plain':true}"})
    void isReplacedAndNeverTakenAway(String options) throws InterruptedException {
        try (MatterJsLock peer = MatterJsLock.start(options)) {
            LockId id = Commissioned.lock(fabric, peer.qrCode(), peer.address());
            give(peer, Pins.next(), 1);
            try (VisitedLock host = new VisitedLock(fabric, id)) {
                Lock lock = host.lock();
                Credentials credentials = lock.credentials();
                assertTrue(await(lock.capabilities()).has(Feature.ADMIN_CODE));
                assertEquals(Occupancy.OCCUPIED, await(credentials.adminCode()));

                String replaced = Pins.next();
                assertEquals(
                        Outcome.CONFIRMED,
                        await(credentials.setAdminCode(Secret.of(replaced))).outcome());
                assertEquals(replaced, held(peer));
                LockEvent.CredentialChange told = host.next(LockEvent.CredentialChange.class);
                assertEquals(
                        Optional.of(new Credential(CredentialType.PROGRAMMING_PIN, 1)),
                        told.credential(),
                        "it is told as the first of its type");
                assertEquals(LockEvent.Change.MODIFIED, told.change());
                assertEquals(Optional.empty(), told.user());

                // Nobody's PIN: the same digits may be a user's (5.2.10.21.1), and no user goes with it.
                await(lock.access()
                        .add(AccessRequest.builder(new AccessKey("it", "ann"))
                                .name("Ann")
                                .pin(Secret.of(replaced))
                                .build()));
                await(lock.users().deleteAll());
                assertEquals(replaced, held(peer));

                long asked = peer.requests();
                assertEquals(
                        Reason.UNSUPPORTED,
                        failure(credentials.clearAdminCode()).reason());
                for (String wrong : new String[] {"123", "123456789", "12a4"}) {
                    assertEquals(
                            Reason.INVALID,
                            failure(credentials.setAdminCode(Secret.of(wrong))).reason());
                }
                assertEquals(asked, peer.requests());
                assertEquals(replaced, held(peer));
            }
        }
    }

    /** The fabric that made it alone may change it (5.2.10.20); 0 is one that is gone (5.2.10.23.3). */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'plain':true}"})
    void ofSomebodyElseStaysAsItIs(String options) {
        try (MatterJsLock peer = MatterJsLock.start(options)) {
            LockId id = Commissioned.lock(fabric, peer.qrCode(), peer.address());
            String pin = Pins.next();
            give(peer, pin, 2);
            try (VisitedLock host = new VisitedLock(fabric, id)) {
                Credentials credentials = host.lock().credentials();
                assertEquals(
                        Reason.FOREIGN_OWNER,
                        failure(credentials.setAdminCode(Pins.secret())).reason());
                give(peer, pin, 0);
                assertEquals(
                        Reason.FOREIGN_OWNER,
                        failure(credentials.setAdminCode(Pins.secret())).reason());
                give(peer, pin, 1);
                peer.command("{'cmd':'refuse','command':'setCredential','status':1}");
                LockCredentialException refused = failure(credentials.setAdminCode(Pins.secret()));
                assertEquals(Reason.REJECTED, refused.reason());
                assertEquals(FAILURE, refused.status().orElseThrow());
                assertEquals(pin, held(peer));
                peer.forget();
                assertEquals(
                        Reason.NOT_FOUND,
                        failure(credentials.setAdminCode(Pins.secret())).reason());
                assertEquals(Occupancy.FREE, await(credentials.adminCode()));
            }
        }
    }
}
