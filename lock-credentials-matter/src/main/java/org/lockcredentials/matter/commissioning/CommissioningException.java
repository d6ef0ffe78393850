package org.lockcredentials.matter.commissioning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A device was not commissioned, or it is not known whether it was.
 *
 * <p>Where {@link #kept()} is empty it keeps nothing of the attempt: it was told to take all back, or does so on its own within the fail-safe's
 * minute. Else the answer to CommissioningComplete was lost: the device may be in the fabric for good, so it is kept here as a node, and can be
 * talked to, removed or forgotten like any other; if it took all back, it is not reached by that number and may be commissioned again.
 */
public final class CommissioningException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** No such device waits to be commissioned. */
        NOT_FOUND,
        /** The device has another passcode. */
        WRONG_PASSCODE,
        /** The device is there and lets nobody in: its window is closed, or somebody else commissions it. */
        WINDOW_CLOSED,
        /** It is not the product that the setup code is for. */
        OTHER_PRODUCT,
        /** It cannot prove who made it, or its maker is not trusted. */
        ATTESTATION_REFUSED,
        /** It is in our fabric already. */
        FABRIC_PRESENT,
        /** It has no room for another fabric. */
        FULL,
        /** It refused a step. */
        REFUSED,
        /** It did not answer. */
        UNREACHABLE,
        /** Its certificate or key in our fabric was not accepted by one of both sides. */
        SECURITY,
        /** What it said is malformed. */
        MALFORMED,
        /** It was called off. */
        CANCELLED,
        /** The controller was closed, or cannot keep what it has to keep. */
        CLOSED
    }

    private final Kind kind;
    private final CommissioningStep step;
    private final @Nullable Long kept;

    public CommissioningException(Kind kind, CommissioningStep step, String message) {
        super(step + ": " + message);
        this.kind = kind;
        this.step = step;
        this.kept = null;
    }

    public CommissioningException(Kind kind, CommissioningStep step, String message, Throwable cause) {
        super(step + ": " + message, cause);
        this.kind = kind;
        this.step = step;
        this.kept = null;
    }

    private CommissioningException(CommissioningException failure, long nodeId) {
        super(failure.getMessage() + "; the device may be in the fabric, and is kept", failure);
        this.kind = failure.kind;
        this.step = failure.step;
        this.kept = nodeId;
    }

    /** The same for a device that may be in the fabric nevertheless. */
    CommissioningException keeping(long nodeId) {
        return new CommissioningException(this, nodeId);
    }

    public Kind kind() {
        return kind;
    }

    /** The step that failed. */
    public CommissioningStep step() {
        return step;
    }

    /** The number of a node that may be in the fabric, and is kept for that; empty if there is none. */
    public Optional<Long> kept() {
        return Optional.ofNullable(kept);
    }
}
