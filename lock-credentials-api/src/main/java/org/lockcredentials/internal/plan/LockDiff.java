package org.lockcredentials.internal.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import org.lockcredentials.plan.PlanChange.Part;

/** Finds in what one lock differs from a plan. Questions go one after the other, so that each has its own deadline. */
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
            List<PlanChange> changes = new ArrayList<>(removals(owned.keySet()));
            CompletableFuture<Map<Integer, User>> users =
                    owned.isEmpty() ? CompletableFuture.completedFuture(Map.of()) : users();
            return users.thenCompose(present -> differences(owned, present, changes));
        });
    }

    private List<PlanChange> removals(Set<AccessKey> owned) {
        List<AccessKey> wanted = plan.access().stream().map(AccessRequest::key).toList();
        return owned.stream()
                .filter(key -> !wanted.contains(key))
                .sorted()
                .<PlanChange>map(PlanChange.Remove::new)
                .toList();
    }

    private CompletableFuture<Map<Integer, User>> users() {
        return lock.users()
                .list()
                .thenApply(users -> users.stream().collect(Collectors.toMap(User::index, user -> user)));
    }

    private CompletableFuture<List<PlanChange>> differences(
            Map<AccessKey, AccessGrant> owned, Map<Integer, User> users, List<PlanChange> changes) {
        CompletableFuture<Void> soFar = CompletableFuture.completedFuture(null);
        for (AccessRequest request : plan.access()) {
            Optional<AccessGrant> grant = Optional.ofNullable(owned.get(request.key()));
            soFar = soFar.thenCompose(before -> grant.isEmpty()
                            ? CompletableFuture.completedFuture(Optional.of(new PlanChange.Add(request)))
                            : difference(request, grant.get(), users))
                    .thenAccept(found -> found.ifPresent(changes::add));
        }
        return soFar.thenApply(all -> List.copyOf(changes));
    }

    private CompletableFuture<Optional<? extends PlanChange>> difference(
            AccessRequest request, AccessGrant grant, Map<Integer, User> users) {
        Optional<User> user = Optional.ofNullable(users.get(grant.userIndex()));
        return stands(grant, user).thenCompose(stands -> {
            if (!stands) {
                return CompletableFuture.completedFuture(Optional.of(new PlanChange.Restore(request)));
            }
            // What a lock masks cannot be compared.
            return user.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : parts(request, user.get()).thenApply(parts -> changed(request, parts));
        });
    }

    private static Optional<PlanChange> changed(AccessRequest request, Set<Part> parts) {
        return parts.isEmpty() ? Optional.empty() : Optional.of(new PlanChange.Change(request, parts));
    }

    private CompletableFuture<Set<Part>> parts(AccessRequest request, User user) {
        Set<Part> parts = new UserDifference(request, user).parts();
        // Locks without a list of schedules ask for every slot, so only who has some, or is to have some, is looked up.
        if (request.schedules().isEmpty() && user.schedules().isEmpty()) {
            return CompletableFuture.completedFuture(parts);
        }
        return lock.schedules().list(user.index()).thenApply(there -> {
            Set<Part> all = EnumSet.noneOf(Part.class);
            all.addAll(parts);
            if (!Hours.of(there).equals(Hours.of(request.schedules()))) {
                all.add(Part.SCHEDULES);
            }
            return all;
        });
    }

    /** Completes with true if the key leads to something that is whole on the lock. */
    private CompletableFuture<Boolean> stands(AccessGrant grant, Optional<User> user) {
        if (grant.state() != AccessGrant.State.ACTIVE) {
            return CompletableFuture.completedFuture(false);
        }
        List<Credential> missing = grant.credentials().stream()
                .filter(place -> user.isEmpty() || !user.get().credentials().contains(place))
                .toList();
        CompletableFuture<Boolean> result = CompletableFuture.completedFuture(user.isPresent() || !missing.isEmpty());
        for (Credential place : missing) {
            result = result.thenCompose(so -> so
                    ? lock.credentials()
                            .status(place.type(), place.slot())
                            .thenApply(state -> mayBe(grant.userIndex(), state))
                    : CompletableFuture.completedFuture(false));
        }
        return result;
    }

    /** A list may leave out what a lock masks, so only a free place, or one that is another's, is a missing credential. */
    private static boolean mayBe(int userIndex, SlotState state) {
        boolean anothers = state.userIndex().isPresent() && state.userIndex().getAsInt() != userIndex;
        return state.occupancy() != Occupancy.FREE && !anothers;
    }
}
