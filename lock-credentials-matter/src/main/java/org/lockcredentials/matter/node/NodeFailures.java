package org.lockcredentials.matter.node;

import java.util.concurrent.CompletionException;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.UnsentException;
import org.lockcredentials.matter.node.NodeException.Kind;

/** Says of a failure what became of the request. */
public final class NodeFailures {

    private NodeFailures() {}

    /** The failure behind those that only carry it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? cause(failure.getCause())
                : failure;
    }

    /**
     * True if a request may be sent once more, in another session: no answer came, and the node did nothing or may do it twice.
     *
     * @param repeatable done twice is as done once
     */
    static boolean mayBeAskedAgain(Throwable failure, boolean repeatable) {
        Throwable cause = cause(failure);
        boolean unsent = cause instanceof UnsentException;
        Throwable reason = unsent && cause.getCause() != null ? cause.getCause() : cause;
        return reason instanceof ChannelException channel
                && switch (channel.kind()) {
                    case UNSENT -> true;
                    case TIMEOUT, SESSION_CLOSED -> unsent || repeatable;
                    default -> false;
                };
    }

    /** @param harmless nothing is done by what was asked, or it is not known to have been sent */
    public static RuntimeException of(Throwable failure, boolean harmless) {
        Throwable cause = cause(failure);
        if (cause instanceof InteractionException || cause instanceof NodeException) {
            return (RuntimeException) cause;
        }
        if (cause instanceof UnsentException && cause.getCause() != null) {
            return of(cause.getCause(), true);
        }
        if (cause instanceof ChannelException channel) {
            return new NodeException(kind(channel.kind(), harmless), String.valueOf(channel.getMessage()), channel);
        }
        return new NodeException(
                cause instanceof DecodeException ? Kind.MALFORMED : Kind.CLOSED,
                String.valueOf(cause.getMessage()),
                cause);
    }

    private static Kind kind(ChannelException.Kind kind, boolean harmless) {
        return switch (kind) {
            case TIMEOUT, SESSION_CLOSED -> harmless ? Kind.UNREACHABLE : Kind.TIMEOUT;
            case UNSENT, BUSY, REFUSED -> Kind.UNREACHABLE;
            case WRONG_PASSCODE, UNTRUSTED, NO_SHARED_ROOT -> Kind.SECURITY;
            case PROTOCOL -> Kind.MALFORMED;
            case CLOSED -> Kind.CLOSED;
        };
    }
}
