package org.lockcredentials.matter.interaction;

/** The node did not do what it was asked to do, and said so. */
public final class InteractionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StatusIb status;

    public InteractionException(StatusIb status) {
        super("the node answered " + status);
        this.status = status;
    }

    /** What it said. */
    public StatusIb status() {
        return status;
    }

    public boolean is(Status.Code code) {
        return status.status().is(code);
    }
}
