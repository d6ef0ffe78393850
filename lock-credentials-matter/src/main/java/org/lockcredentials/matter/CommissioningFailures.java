package org.lockcredentials.matter;

import java.util.Optional;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.cluster.administratorcommissioning.WindowError;
import org.lockcredentials.matter.commissioning.CommissioningException;
import org.lockcredentials.matter.commissioning.WindowException;
import org.lockcredentials.matter.lock.Failures;
import org.lockcredentials.matter.node.NodeFailures;

/** What ended a commissioning, in the words of the SDK. */
final class CommissioningFailures {

    private CommissioningFailures() {}

    /** The node that may be in the fabric in spite of the failure. */
    static Optional<Long> kept(Throwable failure) {
        return NodeFailures.cause(failure) instanceof CommissioningException known ? known.kept() : Optional.empty();
    }

    /** True if what was to be closed is not open. */
    static boolean isNoWindow(Throwable failure) {
        return NodeFailures.cause(failure) instanceof WindowException refused
                && refused.error() == WindowError.WINDOW_NOT_OPEN;
    }

    static LockCredentialException translated(Throwable failure) {
        Throwable cause = failure.getCause() instanceof CommissioningException inner ? inner : failure;
        if (failure.getCause() instanceof WindowException || failure instanceof WindowException) {
            return new LockCredentialException(
                    Reason.REJECTED,
                    "the device opens or closes no window: a window is open already, or somebody commissions it",
                    failure);
        }
        return cause instanceof CommissioningException known
                ? new LockCredentialException(reason(known), String.valueOf(known.getMessage()), known)
                : Failures.translated(failure);
    }

    private static Reason reason(CommissioningException failure) {
        if (failure.kept().isPresent() && failure.kind() != CommissioningException.Kind.CLOSED) {
            return Reason.TIMEOUT;
        }
        return switch (failure.kind()) {
            case NOT_FOUND -> Reason.NOT_FOUND;
            case WRONG_PASSCODE, ATTESTATION_REFUSED, SECURITY -> Reason.SECURITY;
            case WINDOW_CLOSED, FABRIC_PRESENT, REFUSED, MALFORMED, CANCELLED -> Reason.REJECTED;
            case OTHER_PRODUCT -> Reason.INVALID;
            case FULL -> Reason.FULL;
            case UNREACHABLE -> Reason.UNREACHABLE;
            case CLOSED -> Reason.CLOSED;
        };
    }
}
