package org.lockcredentials.zwave.transport;

import java.util.OptionalInt;
import java.util.concurrent.CompletionException;

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
        /** The network was closed. */
        CLOSED
    }

    private final Kind kind;
    private final int transmitStatus;

    public TransportException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.transmitStatus = -1;
    }

    public TransportException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.transmitStatus = -1;
    }

    /** A failure that the stick told by its transmit status. */
    public TransportException(Kind kind, String message, int transmitStatus) {
        super(message);
        this.kind = kind;
        this.transmitStatus = transmitStatus;
    }

    public Kind kind() {
        return kind;
    }

    /** The stick's own word for it, where it had one. */
    public OptionalInt transmitStatus() {
        return transmitStatus < 0 ? OptionalInt.empty() : OptionalInt.of(transmitStatus);
    }

    /** What a future failed with, without the wrapping that the JDK may put around it. */
    public static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
