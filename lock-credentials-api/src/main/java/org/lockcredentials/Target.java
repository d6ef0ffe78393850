package org.lockcredentials;

import java.util.Set;

/** Which locks are meant. */
public sealed interface Target {

    /** True if this target means that lock. */
    boolean includes(LockInfo lock);

    /** One lock. */
    record One(LockId id) implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return lock.id().equals(id);
        }
    }

    /** Every lock of one device, {@code backend:address}. */
    record Device(String device) implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return lock.device().equals(device);
        }
    }

    /** Every lock in an area. */
    record Area(String name) implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return lock.tags().area().filter(name::equals).isPresent();
        }
    }

    /** Every lock on a floor. */
    record Floor(String name) implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return lock.tags().floor().filter(name::equals).isPresent();
        }
    }

    /** Every lock with a label. */
    record Label(String name) implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return lock.tags().labels().contains(name);
        }
    }

    /** Every lock there is. */
    record All() implements Target {
        @Override
        public boolean includes(LockInfo lock) {
            return true;
        }
    }

    /** Every lock that any of these means. */
    record AnyOf(Set<Target> targets) implements Target {

        public AnyOf {
            targets = Set.copyOf(targets);
        }

        @Override
        public boolean includes(LockInfo lock) {
            return targets.stream().anyMatch(target -> target.includes(lock));
        }
    }
}
