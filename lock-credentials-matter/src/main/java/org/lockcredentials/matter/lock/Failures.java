package org.lockcredentials.matter.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.cluster.doorlock.DoorLockStatus;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.node.NodeException;

/** Failures in the words of the SDK. */
public final class Failures {

    private Failures() {}

    static LockCredentialException of(Reason reason, String message) {
        return new LockCredentialException(reason, message);
    }

    /** What a refusal means, beside the lock's own word for it. */
    static LockCredentialException meaning(LockCredentialException refused, Reason reason, String message) {
        return meaning(refused, of(reason, message));
    }

    static LockCredentialException meaning(LockCredentialException refused, LockCredentialException meant) {
        return refused.status().isPresent() ? meant.withStatus(refused.status().getAsInt()) : meant;
    }

    static <T> CompletableFuture<T> failed(Reason reason, String message) {
        return CompletableFuture.failedFuture(of(reason, message));
    }

    static <T> CompletableFuture<T> unsupported(String what) {
        return failed(Reason.UNSUPPORTED, "this lock does not offer " + what);
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    /** Whatever a node, or what is below it, failed with. */
    public static LockCredentialException translated(Throwable failure) {
        Throwable cause = cause(failure);
        if (cause instanceof LockCredentialException known) {
            return known;
        }
        if (cause instanceof InteractionException refused) {
            return refused.status()
                    .cluster()
                    .map(Failures::ofDoorLock)
                    .orElseGet(() -> ofStatus(refused.status().status()));
        }
        if (cause instanceof NodeException unheard) {
            return new LockCredentialException(
                    switch (unheard.kind()) {
                        case UNREACHABLE -> Reason.UNREACHABLE;
                        // What cannot be read was sent for something that was done, as likely as not.
                        case TIMEOUT, MALFORMED -> Reason.TIMEOUT;
                        case SECURITY -> Reason.SECURITY;
                        case CLOSED -> Reason.CLOSED;
                    },
                    String.valueOf(unheard.getMessage()),
                    unheard);
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

    /** A status that the DoorLock cluster gives in its own answers, or beside the status of an interaction. */
    static LockCredentialException ofDoorLock(int status) {
        Reason reason = Coded.of(DoorLockStatus.class, status)
                .map(known -> switch (known) {
                    case DUPLICATE -> Reason.DUPLICATE;
                    case OCCUPIED -> Reason.OCCUPIED;
                    case RESOURCE_EXHAUSTED -> Reason.FULL;
                    case NOT_FOUND -> Reason.NOT_FOUND;
                    case SUCCESS, FAILURE, INVALID_FIELD -> Reason.REJECTED;
                })
                .orElse(Reason.REJECTED);
        String message = switch (reason) {
            case DUPLICATE -> "the lock holds this code already";
            case OCCUPIED -> "the place is taken";
            case FULL -> "the lock has no place left for it";
            case NOT_FOUND -> "there is nothing at that place";
            default -> "the lock refused, with status 0x%02X".formatted(status);
        };
        return of(reason, message).withStatus(status);
    }

    private static LockCredentialException ofStatus(Status status) {
        Reason reason = switch (status.named()) {
            case RESOURCE_EXHAUSTED -> Reason.FULL;
            case NOT_FOUND -> Reason.NOT_FOUND;
            case UNSUPPORTED_COMMAND,
                    UNSUPPORTED_ATTRIBUTE,
                    UNSUPPORTED_WRITE,
                    UNSUPPORTED_READ,
                    UNSUPPORTED_CLUSTER,
                    UNSUPPORTED_ENDPOINT -> Reason.UNSUPPORTED;
            case UNSUPPORTED_ACCESS, ACCESS_RESTRICTED, UNSUPPORTED_NODE -> Reason.SECURITY;
            case BUSY -> Reason.UNREACHABLE;
            case TIMEOUT -> Reason.TIMEOUT;
            default -> Reason.REJECTED;
        };
        return of(reason, "the lock answered " + status).withStatus(status.code());
    }
}
