package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;
import static org.lockcredentials.matter.conformance.VisitedLock.failure;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Pins;

/** A lock with a reader of fingers and a camera, which takes what they are to know as data. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BiometricLockIT {

    private static final String OPTIONS = "{'users':4,'perUser':3,'features':['PIN','FGP','FACE','DPS','COTA','USR']}";
    private static final int LONGEST = 512;
    private static final int FAILURE = 1;

    private final SecureRandom random = new SecureRandom();
    private final StateStore fabric = new MemoryStateStore();
    private MatterJsLock peer;
    private LockId id;
    private VisitedLock host;
    private Credentials credentials;
    private int ann;

    @BeforeAll
    void commission() {
        peer = MatterJsLock.start(OPTIONS);
        id = Commissioned.lock(fabric, peer.manualCode(), peer.address());
    }

    @AfterAll
    void end() {
        if (peer != null) {
            peer.close();
        }
    }

    @BeforeEach
    void annWithHerPin() {
        peer.forget();
        host = new VisitedLock(fabric, id);
        credentials = host.lock().credentials();
        ann = add("Ann").userIndex().orElseThrow();
    }

    @AfterEach
    void leave() {
        host.close();
    }

    private Receipt add(String name, NewCredential... besides) {
        return await(host.lock().access().add(request(name, besides)));
    }

    private static AccessRequest request(String name, NewCredential... besides) {
        AccessRequest.Builder request = AccessRequest.builder(new AccessKey("it", name + " " + Pins.next()))
                .name(name)
                .pin(Pins.secret());
        Arrays.stream(besides).forEach(request::credential);
        return request.build();
    }

    /** Octets of every kind, as no keypad can type them. */
    private byte[] template(int length) {
        byte[] octets = new byte[length];
        random.nextBytes(octets);
        return octets;
    }

    private static NewCredential of(CredentialType type, byte[] template) {
        return NewCredential.of(type, Secret.of(template));
    }

    private static int code(CredentialType type) {
        return switch (type) {
            case FINGERPRINT -> 3;
            case FINGER_VEIN -> 4;
            case FACE -> 5;
            default -> throw new AssertionError(type);
        };
    }

    private boolean shown(CredentialType type, byte[] template) {
        return peer.scan(
                switch (type) {
                    case FINGERPRINT -> "fingerprint";
                    case FINGER_VEIN -> "fingerVein";
                    case FACE -> "face";
                    default -> throw new AssertionError(type);
                },
                template);
    }

    @Test
    void capabilitiesShowTheTypesWithTheirSlots() {
        Capabilities can = await(host.lock().capabilities());
        Capabilities.Credentials template =
                new Capabilities.Credentials(4, 1, LONGEST, 3, true, false, Capabilities.ReadBack.PRESENCE);
        assertEquals(
                Set.of(CredentialType.PIN, CredentialType.FINGERPRINT, CredentialType.FINGER_VEIN, CredentialType.FACE),
                can.credentials().keySet());
        assertEquals(Optional.of(template), can.credentials(CredentialType.FINGERPRINT));
        assertEquals(Optional.of(template), can.credentials(CredentialType.FINGER_VEIN));
        assertEquals(Optional.of(template), can.credentials(CredentialType.FACE));
    }

    @ParameterizedTest
    @EnumSource(names = {"FINGERPRINT", "FINGER_VEIN", "FACE"})
    void aTemplateIsWrittenReplacedAndDeletedAsTheLockSees(CredentialType type) throws InterruptedException {
        byte[] first = template(LONGEST);
        byte[] second = template(LONGEST - 1);
        Credential place = new Credential(type, 1);

        Receipt set = await(credentials.set(ann, of(type, first)));
        assertEquals(Outcome.CONFIRMED, set.outcome());
        assertEquals(List.of(place), set.credentials());
        assertArrayEquals(first, peer.held(code(type), 1).orElseThrow());
        assertEquals(SlotState.occupied(place, ann), await(credentials.status(type, 1)));
        assertEquals(Change.ADDED, changed(place));
        assertEquals(List.of(new Credential(CredentialType.PIN, 1), place), ofAnn());

        assertEquals(
                Outcome.CONFIRMED,
                await(credentials.set(ann, of(type, second).at(1))).outcome());
        assertArrayEquals(second, peer.held(code(type), 1).orElseThrow());
        assertEquals(2, peer.state().required("credentials").size(), "it was to be replaced");
        assertEquals(Change.MODIFIED, changed(place));

        assertEquals(Outcome.CONFIRMED, await(credentials.delete(type, 1)).outcome());
        assertEquals(Optional.empty(), peer.held(code(type), 1));
        assertEquals(SlotState.free(place), await(credentials.status(type, 1)));
        assertEquals(Change.DELETED, changed(place));
        assertEquals(List.of(new Credential(CredentialType.PIN, 1)), ofAnn());
        assertEquals(Outcome.NO_CHANGE, await(credentials.delete(type, 1)).outcome());
    }

    private List<Credential> ofAnn() {
        return await(host.lock().users().get(ann)).map(User::credentials).orElseThrow();
    }

    private Change changed(Credential place) throws InterruptedException {
        LockEvent.CredentialChange told;
        do {
            told = host.next(LockEvent.CredentialChange.class);
        } while (!told.credential().equals(Optional.of(place)));
        return told.change();
    }

    @ParameterizedTest
    @EnumSource(names = {"FINGERPRINT", "FINGER_VEIN", "FACE"})
    void whoShowsItIsToldWithNameAndCredential(CredentialType type) throws InterruptedException {
        byte[] template = template(200);
        byte[] before = template(200);
        await(credentials.set(ann, of(type, before).at(3)));
        await(credentials.set(ann, of(type, template).at(3)));
        Optional<LockEvent.Actor> actor = Optional.of(new LockEvent.Actor(ann, Optional.of("Ann")));

        assertFalse(shown(type, before), "it was replaced");
        LockEvent.Operation stranger = host.next(LockEvent.Operation.class);
        assertEquals(Action.DENIED, stranger.action());
        assertEquals(LockEvent.Source.BIOMETRIC, stranger.source());
        assertEquals(Optional.empty(), stranger.user());

        assertTrue(shown(type, template));
        LockEvent.Operation opened = host.next(LockEvent.Operation.class);
        assertEquals(Action.UNLOCK, opened.action());
        assertEquals(LockEvent.Source.BIOMETRIC, opened.source());
        assertEquals(actor, opened.user());
        assertEquals(Optional.of(new Credential(type, 3)), opened.credential());

        await(host.lock().users().setEnabled(ann, false));
        assertFalse(shown(type, template));
        LockEvent.Operation disabled = host.next(LockEvent.Operation.class);
        assertEquals(Action.DENIED, disabled.action());
        assertEquals(actor, disabled.user());
        assertEquals(Optional.of("disabled user"), disabled.error());
    }

    @ParameterizedTest
    @EnumSource(names = {"FINGERPRINT", "FINGER_VEIN", "FACE"})
    void whatTheLockRefusesHasItsReasonAndChangesNothing(CredentialType type) {
        byte[] hers = template(LONGEST);
        await(credentials.set(ann, of(type, hers)));
        int ben = add("Ben").userIndex().orElseThrow();
        var before = peer.state();

        assertEquals(
                Reason.DUPLICATE, failure(credentials.set(ben, of(type, hers))).reason());
        assertEquals(
                Reason.OCCUPIED,
                failure(credentials.set(ben, of(type, template(9)).at(1))).reason());
        assertEquals(
                Reason.NOT_FOUND,
                failure(credentials.set(4, of(type, template(9)))).reason());
        peer.command("{'cmd':'refuse','command':'setCredential','status':1}");
        LockCredentialException refused = failure(credentials.set(ben, of(type, template(9))));
        assertEquals(Reason.REJECTED, refused.reason());
        assertEquals(FAILURE, refused.status().orElseThrow());
        AccessRequest withHers = request("Cem", of(type, hers));
        assertEquals(
                Reason.DUPLICATE, failure(host.lock().access().add(withHers)).reason());
        assertEquals(before, peer.state());

        await(credentials.delete(type, 1));
        assertEquals(
                Outcome.CONFIRMED,
                await(host.lock().access().add(withHers)).outcome(),
                "nothing of the first try was left behind");
    }

    @Test
    void aUserHasAsManyOfAllTypesTogetherAsTheLockAllows() {
        await(credentials.set(ann, of(CredentialType.FINGERPRINT, template(9))));
        await(credentials.set(ann, of(CredentialType.FINGER_VEIN, template(9))));
        assertEquals(
                Reason.FULL,
                failure(credentials.set(ann, of(CredentialType.FACE, template(9))))
                        .reason());
        assertEquals(3, peer.state().required("credentials").size());
    }

    /** One and the same template may be of two types: a duplicate is one of the same type (5.2.10.21.1). */
    @Test
    void typesDoNotShareWhatTheyHold() {
        byte[] template = template(64);
        await(credentials.set(ann, of(CredentialType.FINGERPRINT, template)));
        await(credentials.set(ann, of(CredentialType.FINGER_VEIN, template)));
        await(credentials.delete(CredentialType.FINGERPRINT, 1));
        assertFalse(shown(CredentialType.FINGERPRINT, template));
        assertTrue(shown(CredentialType.FINGER_VEIN, template));
    }

    @ParameterizedTest
    @EnumSource(names = {"FINGERPRINT", "FINGER_VEIN", "FACE"})
    void whatCannotBeRightIsNotSent(CredentialType type) {
        await(host.lock().users().list());
        long asked = peer.requests();
        assertEquals(
                Reason.INVALID,
                failure(credentials.set(ann, of(type, new byte[0]))).reason());
        assertEquals(
                Reason.INVALID,
                failure(credentials.set(ann, of(type, template(LONGEST + 1)))).reason());
        assertEquals(
                Reason.INVALID,
                failure(credentials.set(ann, of(type, template(9)).at(5))).reason());
        assertEquals(Reason.INVALID, failure(credentials.status(type, 5)).reason());
        assertEquals(
                Reason.UNSUPPORTED,
                failure(credentials.learn(ann, type, Duration.ofSeconds(30))).reason());
        assertEquals(
                Reason.UNSUPPORTED,
                failure(credentials.set(ann, of(CredentialType.RFID, template(9))))
                        .reason());
        assertEquals(asked, peer.requests());
    }

    @Test
    void accessByFingerAndFaceIsOneOperation() {
        byte[] finger = template(300);
        byte[] face = template(LONGEST);
        Receipt dana = add("Dana", of(CredentialType.FINGERPRINT, finger), of(CredentialType.FACE, face));
        assertEquals(Outcome.CONFIRMED, dana.outcome());
        assertEquals(3, dana.credentials().size());
        assertTrue(shown(CredentialType.FINGERPRINT, finger));
        assertTrue(shown(CredentialType.FACE, face));
        await(host.lock().users().delete(dana.userIndex().orElseThrow()));
        assertFalse(shown(CredentialType.FACE, face));
        assertEquals(1, peer.state().required("credentials").size(), "Ann's PIN is all that is left");
    }
}
