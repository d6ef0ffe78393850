package org.lockcredentials.zwave.frame;

/**
 * Why something asked of the Z-Wave module was not done, as far as the line to it is concerned.
 *
 * <p>Says nothing about a node: that one did not answer is a result, not a failure of the line.
 */
public final class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What became of the line or of the frame. */
    public enum Kind {
        /** The port was lost while the module's answer was awaited; whether the module did what was asked is not known. */
        LOST,
        /** The module gave no answer that can be read in the time of the specification; whether it did what was asked is not known. */
        TIMEOUT,
        /** The caller's own deadline came before its turn: nothing was sent. */
        UNSENT,
        /** The module would not take the frame or said no to what it asks: nothing was done. */
        REFUSED,
        /** The host closed the link. */
        CLOSED
    }

    private final Kind kind;

    public LinkException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public LinkException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What became of the line or of the frame. */
    public Kind kind() {
        return kind;
    }
}
