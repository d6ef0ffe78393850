package org.lockcredentials.internal.host;

import java.util.concurrent.CancellationException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.queue.Failures;

/** Tells what hosts' functions and backends throw in the SDK's own terms. */
public final class ForeignFailures {

    private ForeignFailures() {}

    /**
     * The failure itself if it is the SDK's; else one that names its class and the place where it arose. What it says itself is left out, since
     * that may be a code.
     */
    public static LockCredentialException of(Throwable failure) {
        Throwable root = Failures.unwrapped(failure);
        if (root instanceof LockCredentialException known) {
            return known;
        }
        String what = root instanceof CancellationException
                ? "was cancelled"
                : "failed with " + root.getClass().getName();
        LockCredentialException told = new LockCredentialException(Reason.REJECTED, "the operation " + what);
        told.setStackTrace(root.getStackTrace());
        return told;
    }
}
