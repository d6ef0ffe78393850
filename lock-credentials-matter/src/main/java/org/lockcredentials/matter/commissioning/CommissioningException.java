package org.lockcredentials.matter.commissioning;

/**
 * A device was not commissioned. It keeps nothing of the attempt: it was told to take all back, or does so on its own within the fail-safe's
 * minute.
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

    public CommissioningException(Kind kind, CommissioningStep step, String message) {
        super(step + ": " + message);
        this.kind = kind;
        this.step = step;
    }

    public CommissioningException(Kind kind, CommissioningStep step, String message, Throwable cause) {
        super(step + ": " + message, cause);
        this.kind = kind;
        this.step = step;
    }

    public Kind kind() {
        return kind;
    }

    /** The step that failed. */
    public CommissioningStep step() {
        return step;
    }
}
