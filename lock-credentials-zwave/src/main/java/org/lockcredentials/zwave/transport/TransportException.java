package org.lockcredentials.zwave.transport;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/** Why a command did not get its answer. */
public final class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is certain. */
    public enum Kind {
        /** The node did not get the command. */
        UNREACHABLE,
        /** The command was sent; whether the node acted on it is not known. */
        UNCERTAIN,
        /** The command does not fit one frame, and was not sent. */
        TOO_LONG,
        /** The network was closed, or the node has left it. */
        CLOSED
    }

    private final Kind kind;
    private final int transmitStatus;
    private final boolean mayHaveArrived;

    public TransportException(Kind kind, String message) {
        this(kind, message, Optional.empty(), -1, kind == Kind.UNCERTAIN);
    }

    public TransportException(Kind kind, String message, Throwable cause) {
        this(kind, message, Optional.of(cause), -1, kind == Kind.UNCERTAIN);
    }

    /** The stick says that a frame was not acknowledged: it may have arrived all the same, unless it was never sent. */
    public TransportException(String message, TransmitStatus status) {
        this(
                Kind.UNREACHABLE,
                message,
                Optional.empty(),
                status.ordinal(),
                status == TransmitStatus.NO_ACK || status == TransmitStatus.UNKNOWN);
    }

    private TransportException(
            Kind kind, String message, Optional<Throwable> cause, int transmitStatus, boolean mayHaveArrived) {
        super(message, cause.orElse(null));
        this.kind = kind;
        this.transmitStatus = transmitStatus;
        this.mayHaveArrived = mayHaveArrived;
    }

    public Kind kind() {
        return kind;
    }

    /** The stick's own word for it, where it had one. */
    public OptionalInt transmitStatus() {
        return transmitStatus < 0 ? OptionalInt.empty() : OptionalInt.of(transmitStatus);
    }

    /**
     * True if the command may have reached the node, as where only the acknowledgement got lost.
     *
     * <p>Of a question that is no matter, it may be asked again; a change that may have arrived is {@link Kind#UNCERTAIN}.
     */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    /** What a failed frame means for the command that it was part of. */
    private TransportException mayHaveArrived(boolean possible) {
        return possible == mayHaveArrived
                ? this
                : new TransportException(
                        kind, String.valueOf(getMessage()), Optional.of(this), transmitStatus, possible);
    }

    /** True if the stick tried and the node did not acknowledge, so that the same frame may be tried once more. */
    public static boolean isUnacknowledged(Throwable failure) {
        return cause(failure) instanceof TransportException transport
                && transport.kind == Kind.UNREACHABLE
                && transport.transmitStatus().isPresent();
    }

    /** Whether a frame may be with the node, by how its sending ended. */
    public static boolean mayHaveArrived(@Nullable Throwable failure) {
        return failure == null || !(cause(failure) instanceof TransportException transport) || transport.mayHaveArrived;
    }

    /** A failure of part of a command, and what it says of the whole. */
    public static Throwable ofWhole(Throwable failure, boolean mayHaveArrived) {
        Throwable cause = cause(failure);
        return cause instanceof TransportException transport ? transport.mayHaveArrived(mayHaveArrived) : cause;
    }

    /** The failure of a change. */
    TransportException ofChange() {
        return kind == Kind.UNREACHABLE && mayHaveArrived
                ? new TransportException(
                        Kind.UNCERTAIN, "sent, and not acknowledged", Optional.of(this), transmitStatus, true)
                : this;
    }

    /** What a future failed with, without the wrapping that the JDK may put around it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
