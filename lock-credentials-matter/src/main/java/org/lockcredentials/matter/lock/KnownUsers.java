package org.lockcredentials.matter.lock;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.cluster.doorlock.GetUserResponse;
import org.lockcredentials.matter.cluster.doorlock.LockUserChange;
import org.lockcredentials.matter.cluster.doorlock.UserType;

/**
 * What the lock told last of its users, as far as a write is shaped by it: who made them, what they are called, of which type they are.
 * It is never taken for what is free.
 */
final class KnownUsers {

    /** @param creator the index of the fabric that made the user */
    record Seen(Optional<Integer> creator, Optional<String> name, Optional<UserType> type) {}

    private final Optional<Integer> own;
    private final Map<Integer, Seen> users = new ConcurrentHashMap<>();

    KnownUsers(Optional<Integer> own) {
        this.own = own;
    }

    Optional<Seen> at(int index) {
        return Optional.ofNullable(users.get(index));
    }

    void saw(GetUserResponse told) {
        users.put(told.userIndex(), new Seen(told.creatorFabricIndex(), told.userName(), told.userType()));
    }

    void forget(int index) {
        users.remove(index);
    }

    void forgetAll() {
        users.clear();
    }

    /** Somebody changed a user, at the lock or over the network. */
    void changed(LockUserChange change) {
        change.userIndex().filter(users::containsKey).ifPresentOrElse(this::forget, this::forgetAll);
    }

    /** True if another fabric is known to have made the user; one that nobody is known to have made is left to the lock. */
    boolean isForeign(int index) {
        return at(index)
                .flatMap(Seen::creator)
                .filter(creator -> own.isPresent() && !own.get().equals(creator))
                .isPresent();
    }

    static LockCredentialException foreign(int index) {
        return Failures.of(
                Reason.FOREIGN_OWNER,
                "user " + index + " was made by another administrator, who alone may change this");
    }
}
