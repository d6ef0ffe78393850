package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserUpdate;

/** What a lock's users have to be like through the API. */
interface UserChecks {

    Visit visit();

    @Test
    default void capabilitiesSayWhatTheLockIsAndCostNothingTheSecondTime() {
        Capabilities told = visit().capabilities();
        assertTrue(told.users().max() > 0);
        told.credentials().values().forEach(can -> {
            assertTrue(can.slots() > 0 && can.perUser() > 0);
            // What a lock learns by itself may have no length that a host could know.
            assertTrue(can.minLength() <= can.maxLength() && (can.minLength() > 0 || !can.writable()));
        });
        long before = visit().under().requests();
        assertEquals(told, visit().capabilities());
        assertEquals(before, visit().under().requests());
    }

    @Test
    default void theLockIsListedWithItsName() {
        var info = visit().await(visit().lock().info());
        assertEquals(visit().under().id(), info.id());
        assertFalse(info.name().isBlank());
        assertEquals(List.of(info), visit().await(visit().manager().locks()));
    }

    @Test
    default void aNewUserTakesTheLowestFreeIndex() {
        assumeFalse(visit().slotIsUser(), "the lock holds no user without a code");
        Receipt first = visit().await(visit().users().set(Visit.named("Ann")));
        Receipt second = visit().await(visit().users().set(Visit.named("Ben")));
        assertEquals(1, first.userIndex().orElseThrow());
        assertEquals(2, second.userIndex().orElseThrow());
        visit().await(visit().users().delete(1));
        Receipt third = visit().await(visit().users().set(Visit.named("Cem")));
        assertEquals(1, third.userIndex().orElseThrow());
        assertEquals(
                List.of(1, 2),
                visit().under().truth().stream().map(TrueUser::index).toList());
    }

    @Test
    default void aUserWithoutACodeIsKeptForALockThatHasNoSuch() {
        assumeTrue(visit().slotIsUser(), "the lock has users without codes");
        Receipt kept = visit().await(visit().users().set(Visit.named("Ann")));
        assertEquals(Outcome.PENDING, kept.outcome());
        assertEquals(List.of(), visit().under().truth());
        Secret pin = visit().pin();
        Receipt set = visit().await(visit().credentials().set(kept.userIndex().orElseThrow(), NewCredential.pin(pin)));
        assertEquals(kept.userIndex(), set.userIndex());
        assertTrue(visit().truth(kept.userIndex().orElseThrow()).holds(pin));
    }

    @Test
    default void aUserIsMadeAndChangedAtTheIndexThatIsNamed() {
        assumeFalse(visit().slotIsUser(), "the lock holds no user without a code");
        UserUpdate wanted = UserUpdate.builder().index(3).name("Ann").build();
        assertEquals(3, visit().await(visit().users().set(wanted)).userIndex().orElseThrow());
        assertEquals(
                Outcome.NO_CHANGE, visit().await(visit().users().set(wanted)).outcome());
        UserUpdate renamed = UserUpdate.builder().index(3).name("Anna").build();
        visit().await(visit().users().set(renamed));
        assertEquals(Optional.of("Anna"), visit().await(visit().users().get(3)).flatMap(User::name));
        assertEquals(1, visit().under().truth().size());
    }

    @Test
    default void usersAreListedWithNamesAndCredentials() {
        Receipt ann = visit().addUser("Ann", visit().pin());
        Receipt ben = visit().addUser("Ben", visit().pin());
        List<User> users = visit().await(visit().users().list());
        assertEquals(
                List.of(ann.userIndex().orElseThrow(), ben.userIndex().orElseThrow()),
                users.stream().map(User::index).toList());
        assertEquals(
                List.of("Ann", "Ben"),
                users.stream().map(user -> user.name().orElse("")).toList());
        assertEquals(ann.credentials(), users.get(0).credentials());
        assertEquals(
                Optional.of(users.get(1)),
                visit().await(visit().users().get(users.get(1).index())));
    }

    @Test
    default void nobodyIsAtAFreeIndexAndNothingBeyondTheLast() {
        int max = visit().capabilities().users().max();
        assertEquals(Optional.empty(), visit().await(visit().users().get(max)));
        long before = visit().under().requests();
        assertEquals(Reason.INVALID, visit().reason(visit().users().get(max + 1)));
        assertEquals(Reason.INVALID, visit().reason(visit().users().get(0)));
        assertEquals(Reason.INVALID, visit().reason(visit().users().delete(max + 1)));
        assertEquals(before, visit().under().requests());
    }

    @Test
    default void aUserIsDisabledAndEnabledWithoutLosingTheCode() {
        Secret pin = visit().pin();
        int user = visit().addUser("Ann", pin).userIndex().orElseThrow();
        if (visit().capabilities().enabling() != Capabilities.Enabling.NATIVE) {
            assertEquals(Reason.UNSUPPORTED, visit().reason(visit().users().setEnabled(user, false)));
            return;
        }
        visit().await(visit().users().setEnabled(user, false));
        assertFalse(visit().truth(user).enabled());
        assertFalse(visit().await(visit().users().get(user)).orElseThrow().enabled());
        visit().await(visit().users().setEnabled(user, true));
        assertTrue(visit().truth(user).enabled());
        assertTrue(visit().truth(user).holds(pin));
    }

    @Test
    default void oneUserIsDeletedAndTheOthersStay() {
        int ann = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        Secret kept = visit().pin();
        int ben = visit().addUser("Ben", kept).userIndex().orElseThrow();
        visit().await(visit().users().delete(ann));
        assertEquals(
                List.of(ben),
                visit().under().truth().stream().map(TrueUser::index).toList());
        assertTrue(visit().truth(ben).holds(kept));
        assertEquals(Optional.empty(), visit().await(visit().users().get(ann)));
    }

    @Test
    default void whereNobodyIsNobodyIsDeleted() {
        int ann = visit().addUser("Ann", visit().pin()).userIndex().orElseThrow();
        assertEquals(
                Outcome.NO_CHANGE,
                visit().await(visit().users().delete(ann + 1)).outcome());
        assertEquals(
                Outcome.CONFIRMED, visit().await(visit().users().delete(ann)).outcome());
        assertEquals(
                Outcome.NO_CHANGE, visit().await(visit().users().delete(ann)).outcome());
    }

    @Test
    default void allUsersAreDeleted() {
        visit().addUser("Ann", visit().pin());
        visit().addUser("Ben", visit().pin());
        visit().await(visit().users().deleteAll());
        assertEquals(List.of(), visit().under().truth());
        assertEquals(List.of(), visit().await(visit().users().list()));
    }

    @Test
    default void aNameMayBeAsLongAsTheLockSaysAndNoLonger() {
        int longest = visit().capabilities().users().maxNameLength();
        assumeTrue(longest > 0 && !visit().slotIsUser(), "the lock keeps no names");
        String name = "Maximilian Alexander Bartholomew!".repeat(8).substring(0, longest);
        Receipt set = visit().await(visit().users().set(Visit.named(name)));
        assertEquals(
                Optional.of(name), visit().truth(set.userIndex().orElseThrow()).name());
        long before = visit().under().requests();
        assertEquals(Reason.INVALID, visit().reason(visit().users().set(Visit.named(name + "x"))));
        assertEquals(before, visit().under().requests());
    }
}
