package org.lockcredentials;

import java.util.Optional;

/** How one lock of several fared. */
public sealed interface Result<T> {

    /** It answered. */
    record Done<T>(T value) implements Result<T> {}

    /** It failed; the others are not touched by that. */
    record Failed<T>(LockCredentialException error) implements Result<T> {}

    /** The answer, or empty if it failed. */
    default Optional<T> done() {
        return this instanceof Done<T> done ? Optional.of(done.value()) : Optional.empty();
    }

    /** The failure, or empty if it answered. */
    default Optional<LockCredentialException> failure() {
        return this instanceof Failed<T> failed ? Optional.of(failed.error()) : Optional.empty();
    }
}
