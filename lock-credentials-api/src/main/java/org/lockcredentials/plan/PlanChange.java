package org.lockcredentials.plan;

import java.util.Set;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;

/** One thing in which a lock differs from a plan. */
public sealed interface PlanChange {

    AccessKey key();

    /** It is wanted and not there. */
    record Add(AccessRequest request) implements PlanChange {
        @Override
        public AccessKey key() {
            return request.key();
        }
    }

    /** It was put there and is gone from the lock, or was never finished. */
    record Restore(AccessRequest request) implements PlanChange {
        @Override
        public AccessKey key() {
            return request.key();
        }
    }

    /**
     * It is there, and not as the plan says. Codes are not compared: most locks do not show them.
     *
     * @param parts in what it differs, at least one
     */
    record Change(AccessRequest request, Set<Part> parts) implements PlanChange {

        public Change {
            parts = Set.copyOf(parts);
        }

        @Override
        public AccessKey key() {
            return request.key();
        }
    }

    /** What of access can be compared with a plan. */
    enum Part {
        NAME,
        TYPE,
        RULE,
        ENABLED,
        SCHEDULES
    }

    /** It is there and no longer wanted. */
    record Remove(AccessKey key) implements PlanChange {}
}
