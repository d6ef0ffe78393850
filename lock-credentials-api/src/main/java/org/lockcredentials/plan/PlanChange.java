package org.lockcredentials.plan;

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

    /** It is there and no longer wanted. */
    record Remove(AccessKey key) implements PlanChange {}
}
