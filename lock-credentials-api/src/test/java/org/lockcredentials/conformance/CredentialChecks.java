package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.testing.Pins;

/** What a lock's credentials have to be like through the API. */
interface CredentialChecks {

    Visit visit();

    @Test
    default void theAnswerNamesUserAndSlotOfAPinThatChoseItsPlace() {
        Secret pin = visit().pin();
        Receipt set = visit().addUser("Ann", pin);
        assertTrue(set.outcome() == Outcome.CONFIRMED || set.outcome() == Outcome.UNVERIFIED, "" + set.outcome());
        assertEquals(1, set.userIndex().orElseThrow());
        assertEquals(List.of(new Credential(CredentialType.PIN, 1)), set.credentials());
        assertTrue(visit().holds(1, set.credentials().get(0), pin));
    }

    @Test
    default void leadingZerosSurvive() {
        Secret pin = visit().pinWithLeadingZeros();
        Receipt set = visit().addUser("Ann", pin);
        assertTrue(
                visit().holds(set.userIndex().orElseThrow(), set.credentials().get(0), pin));
    }

    @Test
    default void aPasswordIsKeptAsItIs() {
        Optional<Capabilities.Credentials> passwords = visit().capabilities().credentials(CredentialType.PASSWORD);
        assumeTrue(passwords.filter(Capabilities.Credentials::writable).isPresent(), "the lock takes no passwords");
        Secret password = Secret.of(Pins.nextPassword());
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        Receipt set =
                visit().await(visit().credentials().set(user, NewCredential.of(CredentialType.PASSWORD, password)));
        assertTrue(visit().holds(user, set.credentials().get(0), password));
    }

    @Test
    default void aCodeThatTheLockHoldsIsADuplicateOfNobody() {
        visit().needs(OtherSide.REFUSES_DUPLICATES);
        Secret pin = visit().pin();
        visit().addUser("Zebulon", pin);
        Receipt other = visit().addUser("Ben", visit().pin());
        Secret before = visit().truth(other.userIndex().orElseThrow())
                .codes()
                .get(other.credentials().get(0));
        LockCredentialException refused = visit().failure(visit().credentials()
                .set(
                        other.userIndex().orElseThrow(),
                        NewCredential.pin(pin).at(other.credentials().get(0).slot())));
        assertEquals(Reason.DUPLICATE, refused.reason());
        assertFalse(refused.getMessage().contains("Zebulon"), refused.getMessage());
        assertFalse(refused.getMessage().matches(".*(user|slot|index) *1\\b.*"), refused.getMessage());
        assertTrue(visit().holds(
                        other.userIndex().orElseThrow(), other.credentials().get(0), before));
    }

    @Test
    default void aUserWhoIsNotThereGetsNoCode() {
        int max = visit().capabilities().users().max();
        assertEquals(
                Reason.NOT_FOUND, visit().reason(visit().credentials().set(max, NewCredential.pin(visit().pin()))));
        assertEquals(List.of(), visit().under().truth());
    }

    @Test
    default void whatCannotBeAPinIsRefusedBeforeTheLockHearsOfIt() {
        Capabilities.Credentials can = visit().pins();
        int user = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        long before = visit().under().requests();
        List<String> wrong = List.of(
                "7".repeat(can.maxLength() + 1),
                "7".repeat(can.minLength() - 1),
                "",
                "7".repeat(can.minLength() - 1) + "x",
                "7".repeat(can.minLength() - 1) + "\u0664");
        for (String code : wrong) {
            LockCredentialException refused =
                    visit().failure(visit().credentials().set(user, NewCredential.pin(Secret.of(code))));
            assertEquals(Reason.INVALID, refused.reason());
            assertFalse(refused.findings().isEmpty());
        }
        assertEquals(before, visit().under().requests());
    }

    @Test
    default void allThatIsWrongIsToldAtOnce() {
        Capabilities.Credentials can = visit().pins();
        LockCredentialException refused = visit().failure(visit().credentials()
                .set(
                        1,
                        NewCredential.pin(Secret.of("x".repeat(can.maxLength() + 1)))
                                .at(can.slots() + 1)));
        assertEquals(Reason.INVALID, refused.reason());
        assertTrue(refused.findings().size() >= 3, refused.findings().toString());
    }

    @Test
    default void aCodeIsReplacedInItsPlace() {
        Secret before = visit().pin();
        Secret after = visit().pin();
        Receipt set = visit().addUser("Ann", before);
        Credential place = set.credentials().get(0);
        int user = set.userIndex().orElseThrow();
        if (visit().slotIsUser() && visit().pins().readBack() == Capabilities.ReadBack.MASKED) {
            visit().await(visit().credentials().set(user, NewCredential.pin(after)));
        } else {
            visit().await(visit().credentials()
                    .set(user, NewCredential.pin(after).at(place.slot())));
        }
        assertTrue(visit().holds(user, place, after));
        assertFalse(visit().truth(user).holds(before));
    }

    @Test
    default void anotherUsersPlaceIsOccupied() {
        assumeFalse(visit().slotIsUser(), "a slot is its user");
        Secret pin = visit().pin();
        Receipt ann = visit().addUser("Ann", pin);
        int ben = visit().await(visit().users().set(Visit.named("Ben")))
                .userIndex()
                .orElseThrow();
        int slot = ann.credentials().get(0).slot();
        assertEquals(
                Reason.OCCUPIED,
                visit().reason(visit().credentials()
                        .set(ben, NewCredential.pin(visit().pin()).at(slot))));
        assertTrue(visit().truth(ann.userIndex().orElseThrow()).holds(pin));
    }

    @Test
    default void aSlotIsFreeTakenOrUnknownAndNeverFreeForTaken() {
        Receipt set = visit().addUser("Ann", visit().pin());
        Credential taken = set.credentials().get(0);
        boolean masked = visit().pins().readBack() == Capabilities.ReadBack.MASKED;
        assertEquals(
                masked ? Occupancy.UNKNOWN : Occupancy.OCCUPIED,
                visit().await(visit().credentials().status(CredentialType.PIN, taken.slot()))
                        .occupancy());
        int last = visit().pins().slots();
        assertEquals(
                Occupancy.FREE,
                visit().await(visit().credentials().status(CredentialType.PIN, last))
                        .occupancy());
        assertEquals(Reason.INVALID, visit().reason(visit().credentials().status(CredentialType.PIN, last + 1)));
    }

    @Test
    default void oneCredentialIsDeletedOnce() {
        Secret pin = visit().pin();
        Receipt set = visit().addUser("Ann", pin);
        int slot = set.credentials().get(0).slot();
        visit().await(visit().credentials().delete(CredentialType.PIN, slot));
        assertTrue(visit().under().truth().stream().noneMatch(user -> user.holds(pin)));
        Receipt again = visit().await(visit().credentials().delete(CredentialType.PIN, slot));
        assertEquals(Outcome.NO_CHANGE, again.outcome());
    }

    @Test
    default void aTypeThatTheLockLacksIsUnsupported() {
        List<CredentialType> missing = Arrays.stream(CredentialType.values())
                .filter(type -> visit().capabilities().credentials(type).isEmpty())
                .toList();
        assumeFalse(missing.isEmpty(), "the lock takes everything");
        long before = visit().under().requests();
        assertEquals(Reason.UNSUPPORTED, visit().reason(visit().credentials().status(missing.get(0), 1)));
        assertEquals(
                Reason.UNSUPPORTED,
                visit().reason(visit().credentials().set(1, NewCredential.of(missing.get(0), visit().pin()))));
        assertEquals(before, visit().under().requests());
    }

    @Test
    default void aCredentialIsHandedToAnotherUser() {
        visit().needs(Capabilities.Feature.CREDENTIAL_ASSIGNMENT);
        Secret pin = visit().pin();
        Receipt ann = visit().addUser("Ann", pin);
        int ben = visit().addUser("Ben", visit().pin()).userIndex().orElseThrow();
        visit().await(visit().credentials().assign(ann.credentials().get(0), ben));
        assertTrue(visit().holds(ben, ann.credentials().get(0), pin));
    }

    @Test
    default void theAdminCodeIsSetAndTakenAwayOrUnsupported() {
        if (!visit().capabilities().has(Capabilities.Feature.ADMIN_CODE)) {
            assertEquals(
                    Reason.UNSUPPORTED, visit().reason(visit().credentials().setAdminCode(visit().pin())));
            assertEquals(
                    Reason.UNSUPPORTED, visit().reason(visit().credentials().adminCode()));
            return;
        }
        assertFalse(
                visit().await(visit().credentials().setAdminCode(visit().pin())).outcome() == Outcome.NO_CHANGE);
        assertEquals(Occupancy.OCCUPIED, visit().await(visit().credentials().adminCode()));
        visit().await(visit().credentials().clearAdminCode());
        assertEquals(Occupancy.FREE, visit().await(visit().credentials().adminCode()));
    }
}
