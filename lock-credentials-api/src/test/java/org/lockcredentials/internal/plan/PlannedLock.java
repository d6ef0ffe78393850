package org.lockcredentials.internal.plan;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Access;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Receipt;
import org.lockcredentials.Result;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.Users;

/** A lock with the access facet of a real one in memory: each key leads to a user with one PIN, slot and index alike. */
final class PlannedLock implements Access {

    static final LockId ID = LockId.of("sim", "1");

    final Map<AccessKey, AccessGrant> grants = new TreeMap<>();
    final Map<Integer, User> users = new TreeMap<>();
    final Map<Integer, SlotState> masked = new HashMap<>();
    final Set<AccessKey> refused = new HashSet<>();
    final Map<AccessKey, Secret> codes = new HashMap<>();
    final List<String> done = new ArrayList<>();

    private int places;

    /** Answers wait for this. */
    CompletableFuture<Void> slow = CompletableFuture.completedFuture(null);

    Lock lock() {
        Lock lock = mock(Lock.class);
        Users readable = mock(Users.class);
        Credentials slots = mock(Credentials.class);
        when(readable.list()).thenAnswer(call -> CompletableFuture.completedFuture(List.copyOf(users.values())));
        when(slots.status(any(), anyInt()))
                .thenAnswer(call -> CompletableFuture.completedFuture(status(call.getArgument(1))));
        when(lock.id()).thenReturn(ID);
        when(lock.access()).thenReturn(this);
        when(lock.users()).thenReturn(readable);
        when(lock.credentials()).thenReturn(slots);
        return lock;
    }

    LockGroup group() {
        return new LockGroup() {
            @Override
            public <T> CompletableFuture<Map<LockId, Result<T>>> each(
                    java.util.function.Function<Lock, CompletableFuture<T>> operation) {
                return operation.apply(lock()).handle((value, failure) -> Map.of(ID, result(value, failure)));
            }
        };
    }

    void grant(AccessKey key, int place, AccessGrant.State state) {
        Credential pin = new Credential(CredentialType.PIN, place);
        grants.put(key, new AccessGrant(key, ID, place, List.of(pin), state));
        users.put(place, User.general(place, Optional.of(key.label())).withCredentials(List.of(pin)));
    }

    @Override
    public CompletableFuture<Receipt> add(AccessRequest request) {
        Secret code = request.credentials().get(0).secret().copy();
        if (refused.contains(request.key())) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.DUPLICATE, "such a code is there"));
        }
        done.add("add " + request.key().label());
        codes.put(request.key(), code);
        int place = Optional.ofNullable(grants.get(request.key()))
                .map(AccessGrant::userIndex)
                .orElseGet(() -> 100 + places++);
        grant(request.key(), place, AccessGrant.State.ACTIVE);
        return answer(Receipt.of(
                ID, Outcome.CONFIRMED, place, grants.get(request.key()).credentials()));
    }

    @Override
    public CompletableFuture<Receipt> change(AccessRequest request) {
        throw new AssertionError("a plan changes nothing that is there");
    }

    @Override
    public CompletableFuture<Receipt> remove(AccessKey key) {
        if (refused.contains(key)) {
            return CompletableFuture.failedFuture(new LockCredentialException(Reason.REJECTED, "the lock says no"));
        }
        done.add("remove " + key.label());
        users.remove(grants.remove(key).userIndex());
        return answer(Receipt.of(ID, Outcome.CONFIRMED));
    }

    @Override
    public CompletableFuture<List<AccessGrant>> list() {
        return answer(List.copyOf(grants.values()));
    }

    private <T> CompletableFuture<T> answer(T value) {
        return slow.thenApply(now -> value);
    }

    private SlotState status(int place) {
        Credential pin = new Credential(CredentialType.PIN, place);
        return Optional.ofNullable(masked.get(place)).orElse(SlotState.free(pin));
    }

    private static <T> Result<T> result(T value, Throwable failure) {
        if (failure == null) {
            return new Result.Done<>(value);
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Result.Failed<>((LockCredentialException) cause);
    }
}
