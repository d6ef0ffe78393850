package org.lockcredentials.internal.host;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;

/** Tells any failure in the SDK's own terms. */
public final class Failures {

    private Failures() {}

    /** The failure itself if it is the SDK's; else one that names its class and has it as the cause. */
    public static LockCredentialException of(Throwable failure) {
        Throwable root = failure;
        while ((root instanceof CompletionException || root instanceof ExecutionException) && root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof LockCredentialException known) {
            return known;
        }
        String what = root instanceof CancellationException
                ? "was cancelled"
                : "failed with " + root.getClass().getName();
        return new LockCredentialException(Reason.REJECTED, "the operation " + what, root);
    }
}
