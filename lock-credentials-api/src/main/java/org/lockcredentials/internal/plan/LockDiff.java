package org.lockcredentials.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.Lock;
import org.lockcredentials.Occupancy;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.plan.Plan;
import org.lockcredentials.plan.PlanChange;

/** Finds what one lock lacks of a plan, or has beyond it. */
record LockDiff(Lock lock, Plan plan) {

    /** Completes with the changes in the order in which they should be made. */
    CompletableFuture<List<PlanChange>> find() {
        return lock.access().list().thenCompose(grants -> {
            Map<AccessKey, AccessGrant> owned = new HashMap<>();
            for (AccessGrant grant : grants) {
                if (grant.key().owner().equals(plan.owner())) {
                    owned.put(grant.key(), grant);
                }
            }
            return owned.isEmpty()
                    ? CompletableFuture.completedFuture(compare(owned, Map.of()))
                    : standing(owned).thenApply(stands -> compare(owned, stands));
        });
    }

    private List<PlanChange> compare(Map<AccessKey, AccessGrant> owned, Map<AccessKey, Boolean> stands) {
        List<PlanChange> changes = new ArrayList<>();
        List<AccessKey> wanted = plan.access().stream().map(AccessRequest::key).toList();
        owned.keySet().stream()
                .filter(key -> !wanted.contains(key))
                .sorted()
                .forEach(key -> changes.add(new PlanChange.Remove(key)));
        for (AccessRequest request : plan.access()) {
            if (!owned.containsKey(request.key())) {
                changes.add(new PlanChange.Add(request));
            } else if (!stands.getOrDefault(request.key(), false)) {
                changes.add(new PlanChange.Restore(request));
            }
        }
        return List.copyOf(changes);
    }

    /** Which of the keys lead to something that is whole on the lock. */
    private CompletableFuture<Map<AccessKey, Boolean>> standing(Map<AccessKey, AccessGrant> owned) {
        return lock.users().list().thenCompose(users -> {
            Map<Integer, User> byIndex = users.stream().collect(Collectors.toMap(User::index, user -> user));
            CompletableFuture<Map<AccessKey, Boolean>> result = CompletableFuture.completedFuture(new HashMap<>());
            for (AccessGrant grant : owned.values()) {
                Optional<User> user = Optional.ofNullable(byIndex.get(grant.userIndex()));
                result = result.thenCombine(stands(grant, user), (all, one) -> {
                    all.put(grant.key(), one);
                    return all;
                });
            }
            return result;
        });
    }

    private CompletableFuture<Boolean> stands(AccessGrant grant, Optional<User> user) {
        if (grant.state() == AccessGrant.State.UNFINISHED) {
            return CompletableFuture.completedFuture(false);
        }
        List<Credential> missing = grant.credentials().stream()
                .filter(place -> user.isEmpty() || !user.get().credentials().contains(place))
                .toList();
        CompletableFuture<Boolean> result = CompletableFuture.completedFuture(user.isPresent() || !missing.isEmpty());
        for (Credential place : missing) {
            result = result.thenCombine(
                    lock.credentials().status(place.type(), place.slot()),
                    (so, state) -> so && mayBe(grant.userIndex(), state));
        }
        return result;
    }

    /** A list may leave out what a lock masks, so only a free place, or one that is another's, is a missing credential. */
    private static boolean mayBe(int userIndex, SlotState state) {
        boolean anothers = state.userIndex().isPresent() && state.userIndex().getAsInt() != userIndex;
        return state.occupancy() != Occupancy.FREE && !anothers;
    }
}
