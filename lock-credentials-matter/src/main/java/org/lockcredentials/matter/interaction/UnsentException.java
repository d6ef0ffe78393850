package org.lockcredentials.matter.interaction;

/** A command or a write was not sent, since what has to go before it failed: the node did nothing. */
public final class UnsentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param cause what failed */
    public UnsentException(Throwable cause) {
        super("not sent: " + cause.getMessage(), cause);
    }
}
