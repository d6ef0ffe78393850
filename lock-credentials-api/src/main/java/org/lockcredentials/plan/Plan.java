package org.lockcredentials.plan;

import java.util.List;
import java.util.Objects;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Target;

/**
 * The access that one owner wants on some locks.
 *
 * @param owner whose keys the plan speaks for; keys of other owners are never touched
 * @param target the locks
 * @param access what should be there, all with keys of {@code owner}
 */
public record Plan(String owner, Target target, List<AccessRequest> access) {

    /** @throws IllegalArgumentException if a key is another owner's, or stands twice */
    public Plan {
        Objects.requireNonNull(target, "target");
        access = List.copyOf(access);
        for (AccessRequest request : access) {
            if (!request.key().owner().equals(owner)) {
                throw new IllegalArgumentException("the plan of " + owner + " holds the key " + request.key());
            }
        }
        if (access.stream().map(AccessRequest::key).distinct().count() != access.size()) {
            throw new IllegalArgumentException("the plan of " + owner + " holds a key twice");
        }
    }
}
