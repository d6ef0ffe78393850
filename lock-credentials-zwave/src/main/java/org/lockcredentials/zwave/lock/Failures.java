package org.lockcredentials.zwave.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.transport.TransportException;

/** Failures in the words of the SDK. */
final class Failures {

    private Failures() {}

    static LockCredentialException of(Reason reason, String message) {
        return new LockCredentialException(reason, message);
    }

    static <T> CompletableFuture<T> failed(Reason reason, String message) {
        return CompletableFuture.failedFuture(of(reason, message));
    }

    static <T> CompletableFuture<T> failed(Reason reason, String message, int status) {
        return CompletableFuture.failedFuture(of(reason, message).withStatus(status));
    }

    static <T> CompletableFuture<T> unsupported(String what) {
        return failed(Reason.UNSUPPORTED, "this lock does not offer " + what);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    static LockCredentialException translated(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof LockCredentialException known) {
            return known;
        }
        if (cause instanceof TransportException transport) {
            LockCredentialException translated = new LockCredentialException(
                    switch (transport.kind()) {
                        case UNREACHABLE -> Reason.UNREACHABLE;
                        case UNCERTAIN -> Reason.TIMEOUT;
                        case TOO_LONG -> Reason.UNSUPPORTED;
                        case CLOSED -> Reason.CLOSED;
                    },
                    String.valueOf(transport.getMessage()),
                    transport);
            return transport.transmitStatus().isPresent()
                    ? translated.withStatus(transport.transmitStatus().getAsInt())
                    : translated;
        }
        if (cause instanceof IllegalArgumentException outOfRange) {
            return new LockCredentialException(Reason.INVALID, String.valueOf(outOfRange.getMessage()), outOfRange);
        }
        return new LockCredentialException(
                Reason.TIMEOUT,
                "the driver failed on the way, and it may have been done: "
                        + cause.getClass().getSimpleName(),
                cause);
    }
}
