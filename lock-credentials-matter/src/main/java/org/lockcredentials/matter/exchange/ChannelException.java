package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.Optional;

/** Why something that was to be said to a node, or agreed on with it, was not. */
public final class ChannelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Kind {
        /** The node did not acknowledge, or did not answer, in the time of the specification; whether it did what was asked is not known. */
        TIMEOUT,
        /** The session ended meanwhile, by the node or because the node is silent; whether it did what was asked is not known. */
        SESSION_CLOSED,
        /** We closed the exchange or all of them. */
        CLOSED,
        /** The session ended before anything was sent: the node did not get it. */
        UNSENT,
        /** The node has no time for a session now, {@link #retryAfter} says when it will have; or too much waits to be said to it. */
        BUSY,
        /** The node has another passcode. */
        WRONG_PASSCODE,
        /** The node cannot prove that it is the one that is meant. */
        UNTRUSTED,
        /** The node does not know our fabric. */
        NO_SHARED_ROOT,
        /** The node refused a session for another reason. */
        REFUSED,
        /** The node said what the specification does not allow at this point. */
        PROTOCOL
    }

    private final Kind kind;
    private final transient Optional<Duration> retryAfter;

    public ChannelException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.retryAfter = Optional.empty();
    }

    public ChannelException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = Optional.empty();
    }

    private ChannelException(Duration retryAfter) {
        super("the node is busy for " + retryAfter);
        this.kind = Kind.BUSY;
        this.retryAfter = Optional.of(retryAfter);
    }

    /** BUSY, for at least so long. */
    public static ChannelException busy(Duration retryAfter) {
        return new ChannelException(retryAfter);
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** How long to leave the node alone, if it is BUSY. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
