package org.lockcredentials.matter.node;

/** A node was not asked, or did not answer. */
public final class NodeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What became of the request. */
    public enum Kind {
        /** The node did not get it. */
        UNREACHABLE,
        /** The answer is lost; the node may have done it. */
        TIMEOUT,
        /** No secure session could be had with the node. */
        SECURITY,
        /** The node answered what cannot be an answer. */
        MALFORMED,
        /** The controller was closed. */
        CLOSED
    }

    private final Kind kind;

    public NodeException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public NodeException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
