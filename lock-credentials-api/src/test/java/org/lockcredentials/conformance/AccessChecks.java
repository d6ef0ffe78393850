package org.lockcredentials.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;

/** What access by the host's key has to be like through the API. */
interface AccessChecks {

    Visit visit();

    @Test
    default void userAndCodeAreAddedAsOneAndFoundByTheirKey() {
        Secret pin = visit().pin();
        Receipt added = visit().await(visit().access().add(Visit.request("Ann", pin)));
        assertTrue(visit().holds(
                        added.userIndex().orElseThrow(), added.credentials().get(0), pin));
        AccessGrant grant = visit().await(visit().access().list()).get(0);
        assertEquals(Visit.key("Ann"), grant.key());
        assertEquals(added.userIndex().orElseThrow(), grant.userIndex());
        assertEquals(added.credentials(), grant.credentials());
        assertEquals(AccessGrant.State.ACTIVE, grant.state());
    }

    @Test
    default void addingTwiceFindsTheFirst() {
        AccessRequest request = Visit.request("Ann", visit().pin());
        Receipt first = visit().await(visit().access().add(request));
        Receipt second = visit().await(visit().access().add(request));
        assertEquals(Outcome.NO_CHANGE, second.outcome());
        assertEquals(first.userIndex(), second.userIndex());
        assertEquals(first.credentials(), second.credentials());
        assertEquals(1, visit().under().truth().size());
    }

    @Test
    default void addingAgainAfterTheHostCameBackFindsTheFirst() {
        AccessRequest request = Visit.request("Ann", visit().pin());
        Receipt first = visit().await(visit().access().add(request));
        visit().comeAgain();
        Receipt second = visit().await(visit().access().add(request));
        assertEquals(Outcome.NO_CHANGE, second.outcome());
        assertEquals(first.credentials(), second.credentials());
        assertEquals(1, visit().under().truth().size());
    }

    @Test
    default void whatWasAddedIsThereAfterTheLockRestarted() {
        visit().needs(OtherSide.RESTART);
        Secret pin = visit().pin();
        AccessRequest request = Visit.request("Ann", pin);
        Receipt first = visit().await(visit().access().add(request));
        visit().under().restart();
        assertEquals(
                Outcome.NO_CHANGE, visit().await(visit().access().add(request)).outcome());
        visit().await(visit().access().add(Visit.request("Ben", visit().pin())));
        assertTrue(visit().truth(first.userIndex().orElseThrow()).holds(pin));
        assertEquals(2, visit().under().truth().size());
    }

    @Test
    default void accessIsRemovedOnce() {
        visit().await(visit().access().add(Visit.request("Ann", visit().pin())));
        Receipt removed = visit().await(visit().access().remove(Visit.key("Ann")));
        assertNotEquals(Outcome.NO_CHANGE, removed.outcome());
        assertEquals(List.of(), visit().under().truth());
        assertEquals(List.of(), visit().await(visit().access().list()));
        assertEquals(
                Outcome.NO_CHANGE,
                visit().await(visit().access().remove(Visit.key("Ann"))).outcome());
    }

    @Test
    default void aChangeReplacesTheCodeInItsPlaceAndKeepsTheRest() {
        Secret before = visit().pin();
        Secret after = visit().pin();
        Receipt added = visit().await(visit().access().add(Visit.request("Ann", before)));
        AccessRequest change =
                AccessRequest.builder(Visit.key("Ann")).name("Anna").pin(after).build();
        Receipt changed = visit().await(visit().access().change(change));
        assertEquals(added.credentials(), changed.credentials());
        int user = added.userIndex().orElseThrow();
        assertTrue(visit().holds(user, added.credentials().get(0), after));
        assertEquals(
                Optional.of("Anna"),
                visit().await(visit().users().get(user)).orElseThrow().name());
        assertEquals(Reason.NOT_FOUND, visit().reason(visit().access().change(Visit.request("Nobody", visit().pin()))));
    }

    @Test
    default void whatTheLockRefusesLeavesNothingBehind() {
        visit().needs(OtherSide.REFUSES_DUPLICATES);
        Secret pin = visit().pin();
        visit().await(visit().access().add(Visit.request("Ann", pin)));
        LockCredentialException refused = visit().failure(visit().access().add(Visit.request("Ben", pin)));
        assertEquals(Reason.DUPLICATE, refused.reason());
        assertEquals(List.of(), refused.leftovers());
        assertEquals(1, visit().under().truth().size());
        assertEquals(1, visit().await(visit().access().list()).size());
    }

    @Test
    default void whatIsWrongWithARequestIsToldAtOnceAndTheLockHearsNothing() {
        visit().capabilities();
        long before = visit().under().requests();
        AccessRequest bad = AccessRequest.builder(Visit.key("Ann"))
                .name("A name that no lock takes. ".repeat(20))
                .pin(Secret.of("x"))
                .build();
        LockCredentialException refused = visit().failure(visit().access().add(bad));
        assertEquals(Reason.INVALID, refused.reason());
        assertTrue(refused.findings().size() >= 2, refused.findings().toString());
        assertEquals(before, visit().under().requests());
    }

    @Test
    default void manyAtOnceGetAPlaceEach() {
        int guests = Math.min(10, visit().places());
        List<CompletableFuture<Receipt>> adding = new ArrayList<>();
        for (int i = 0; i < guests; i++) {
            adding.add(visit().access().add(Visit.request("Guest " + i, visit().pin())));
        }
        HashSet<Integer> users = new HashSet<>();
        for (CompletableFuture<Receipt> future : adding) {
            users.add(visit().await(future).userIndex().orElseThrow());
        }
        assertEquals(guests, users.size());
        List<TrueUser> truth = visit().under().truth();
        assertEquals(users, new HashSet<>(truth.stream().map(TrueUser::index).toList()));
        assertTrue(truth.stream().allMatch(user -> user.codes().size() == 1));
    }

    @Test
    default void aLockWithoutAFreePlaceIsFull() {
        int places =
                Math.min(visit().capabilities().users().max(), visit().pins().slots());
        assumeTrue(places <= 60, "filling the lock would take too long");
        for (int i = 1; i <= places; i++) {
            visit().await(visit().access().add(Visit.request("Guest " + i, visit().pin())));
        }
        List<TrueUser> before = visit().under().truth();
        assertEquals(places, before.size());
        assertEquals(Reason.FULL, visit().reason(visit().access().add(Visit.request("One more", visit().pin()))));
        assertEquals(before, visit().under().truth());
        visit().await(visit().access().remove(Visit.key("Guest 3")));
        assertFalse(visit().await(visit().access().add(Visit.request("One more", visit().pin())))
                .credentials()
                .isEmpty());
    }
}
