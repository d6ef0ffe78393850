package org.lockcredentials.zwave.inclusion;

import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;

/** What broke an inclusion: the cause of the {@link LockCredentialException} with which it failed. */
public final class InclusionFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why a stage broke. */
    public enum Why {
        /** The stick, the node or the user kept silent. */
        TIMEOUT(Reason.TIMEOUT),
        /** The host or the user gave up. */
        CANCELLED(Reason.REJECTED),
        /** The stick refused or failed. */
        REFUSED(Reason.REJECTED),
        /** The network is being changed otherwise. */
        BUSY(Reason.REJECTED),
        /** The stick may not change this network: another controller is its primary one. */
        NOT_PRIMARY(Reason.UNSUPPORTED),
        /** The stick was lost. */
        LOST(Reason.UNREACHABLE),
        /** The backend was closed. */
        CLOSED(Reason.CLOSED),
        /** The node gave up. */
        NODE_GAVE_UP(Reason.SECURITY),
        /** The node sent what it may not send. */
        INVALID(Reason.SECURITY),
        /** What the node sent could not be decrypted: most likely the printed key was told wrong. */
        WRONG_KEY(Reason.SECURITY),
        /** The node asks for something that is not supported, such as having its user type this host's key. */
        UNSUPPORTED(Reason.SECURITY),
        /** The host does not allow a node that is so little secure. */
        NOT_ALLOWED(Reason.SECURITY);

        private final Reason reason;

        Why(Reason reason) {
            this.reason = reason;
        }

        /** The SDK's word for it. */
        public Reason reason() {
            return reason;
        }
    }

    private final InclusionStage stage;
    private final Why why;
    private final int nodeId;

    /** @param nodeId the node that is in the network now without having been included, if any */
    public InclusionFailure(InclusionStage stage, Why why, OptionalInt nodeId) {
        super("the inclusion broke at " + stage + ": " + why
                + (nodeId.isPresent() ? "; node " + nodeId.getAsInt() + " is in the network and not to be used" : ""));
        this.stage = stage;
        this.why = why;
        this.nodeId = nodeId.orElse(0);
    }

    /** The failure behind what a future failed with, if it was an inclusion that broke. */
    public static Optional<InclusionFailure> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InclusionFailure found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The SDK's own way to fail, with this as its cause. */
    public LockCredentialException asException() {
        return new LockCredentialException(why.reason, String.valueOf(getMessage()), this);
    }

    public InclusionStage stage() {
        return stage;
    }

    public Why why() {
        return why;
    }

    /** The node that is in the network without having been included: to be excluded, or removed when it is gone. */
    public OptionalInt nodeId() {
        return nodeId == 0 ? OptionalInt.empty() : OptionalInt.of(nodeId);
    }
}
