package org.lockcredentials.internal.queue;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.record.NotKept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failure says of whether the lock did it. */
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    /** What a future or a driver wrapped. */
    public static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** The failure as hosts see it, out of whatever a future or a driver wrapped it in. */
    public static LockCredentialException typed(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof LockCredentialException known) {
            return known;
        }
        // A broken driver or store tells nothing certain; its own words may hold what it was writing, so only its kind
        // is kept.
        LOG.warn("a step of an operation broke down: {}", cause.getClass().getName());
        LOG.debug(
                "it broke down at {}",
                cause.getStackTrace().length > 0 ? cause.getStackTrace()[0] : "an unknown place");
        return new LockCredentialException(
                Reason.TIMEOUT, "it broke down on the way; what was sent may or may not have taken effect");
    }

    /** True if the lock answered, and did not do it. */
    public static boolean isRefusal(LockCredentialException failure) {
        if (failure.getCause() instanceof NotKept) {
            return false;
        }
        return switch (failure.reason()) {
            case TIMEOUT, UNREACHABLE, SECURITY, CLOSED -> false;
            default -> true;
        };
    }

    /** True if it cannot be told whether the lock did it. */
    public static boolean isLost(LockCredentialException failure) {
        return !isRefusal(failure) && failure.reason() != Reason.UNREACHABLE;
    }
}
