package org.lockcredentials.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.AccessGrant.State;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Result;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.Target;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.plan.PlanChange;
import org.lockcredentials.plan.Plans;
import org.lockcredentials.testing.Pins;

final class GroupPlansTest {

    private final PlannedLock lock = new PlannedLock();
    private final Plans plans = new GroupPlans(target -> lock.group());

    @Test
    void theDiffHasRemovalsFirstAndThenWhatIsMissingInThePlansOrder() {
        lock.grant(key("kept"), 1, State.ACTIVE);
        lock.grant(key("z-unwanted"), 2, State.ACTIVE);
        lock.grant(key("a-unwanted"), 3, State.UNFINISHED);
        lock.grant(key("unfinished"), 4, State.UNFINISHED);
        lock.grant(key("vanished"), 5, State.ACTIVE);
        lock.users.remove(5);
        lock.grant(new AccessKey("somebody", "else's"), 6, State.ACTIVE);
        assertEquals(
                List.of("Remove a-unwanted", "Remove z-unwanted", "Add new", "Restore vanished", "Restore unfinished"),
                diff(plan("new", "vanished", "kept", "unfinished")));
        assertEquals(List.of(), lock.done);
    }

    @Test
    void aUserWhoseCodeWasDeletedOrTakenOverIsRestored() {
        lock.grant(key("codeless"), 1, State.ACTIVE);
        lock.users.computeIfPresent(1, (index, user) -> user.withCredentials(List.of()));
        lock.grant(key("taken"), 2, State.ACTIVE);
        lock.users.remove(2);
        lock.masked.put(2, SlotState.occupied(new Credential(CredentialType.PIN, 2), 9));
        assertEquals(List.of("Restore codeless", "Restore taken"), diff(plan("codeless", "taken")));
    }

    @Test
    void whatALockMasksIsNotTakenForMissing() {
        lock.grant(key("masked"), 1, State.ACTIVE);
        lock.users.remove(1);
        lock.masked.put(1, SlotState.unknown(new Credential(CredentialType.PIN, 1)));
        assertEquals(List.of(), diff(plan("masked")));
    }

    @Test
    void applyingMakesTheLockFollowThePlanAndDoingItAgainDoesNothing() {
        lock.grant(key("unwanted"), 1, State.ACTIVE);
        lock.grant(key("unfinished"), 2, State.UNFINISHED);
        Plan plan = plan("unfinished", "new");
        assertEquals(3, applied(plan).done().orElseThrow().size());
        assertEquals(List.of("remove unwanted", "add unfinished", "add new"), lock.done);
        assertEquals(List.of(), diff(plan));
        assertEquals(List.of(), applied(plan).done().orElseThrow());
        assertEquals(3, lock.done.size());
    }

    @Test
    void oneFailureIsToldAndStopsNoOtherChange() {
        lock.grant(key("stuck"), 1, State.ACTIVE);
        lock.refused.add(key("stuck"));
        lock.refused.add(key("doubled"));
        Plan plan = plan("doubled", "fine");
        assertEquals(Reason.REJECTED, applied(plan).failure().orElseThrow().reason());
        assertEquals(List.of("add fine"), lock.done);
        lock.refused.clear();
        applied(plan);
        assertEquals(List.of(), diff(plan));
    }

    @Test
    void theCallerMayWipeItsCodesAtOnce() {
        Secret mine = Pins.secret();
        Secret same = mine.copy();
        Plan plan = new Plan(
                "me",
                new Target.All(),
                List.of(AccessRequest.builder(key("guest")).pin(mine).build()));
        lock.slow = new CompletableFuture<>();
        CompletableFuture<Map<LockId, Result<List<Receipt>>>> applying = plans.apply(plan);
        mine.wipe();
        lock.slow.complete(null);
        assertTrue(applying.join().get(PlannedLock.ID).done().isPresent());
        assertEquals(same, lock.codes.get(key("guest")));
    }

    @Test
    void aPlanWithAWipedCodeIsRefusedWhole() {
        Plan plan = plan("first", "second");
        plan.access().get(1).credentials().get(0).secret().wipe();
        CompletionException refused =
                assertThrows(CompletionException.class, () -> plans.apply(plan).join());
        assertEquals(Reason.INVALID, ((LockCredentialException) refused.getCause()).reason());
        assertEquals(List.of(), lock.done);
    }

    private List<String> diff(Plan plan) {
        List<String> changes = new ArrayList<>();
        for (PlanChange change :
                plans.diff(plan).join().get(PlannedLock.ID).done().orElseThrow()) {
            changes.add(change.getClass().getSimpleName() + " " + change.key().label());
        }
        return changes;
    }

    private Result<List<Receipt>> applied(Plan plan) {
        return plans.apply(plan).join().get(PlannedLock.ID);
    }

    private static Plan plan(String... labels) {
        List<AccessRequest> access = new ArrayList<>();
        for (String label : labels) {
            access.add(AccessRequest.builder(key(label)).pin(Pins.secret()).build());
        }
        return new Plan("me", new Target.All(), access);
    }

    private static AccessKey key(String label) {
        return new AccessKey("me", label);
    }
}
