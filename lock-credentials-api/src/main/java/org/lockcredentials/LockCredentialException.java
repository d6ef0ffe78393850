package org.lockcredentials;

import java.io.NotSerializableException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The one way in which the SDK's futures fail. Neither its message nor its causes ever hold a code.
 *
 * <p>It cannot be serialised: locks, findings and leftovers would be lost on the way.
 *
 * <p>A future that failed hands it out wrapped in a {@link java.util.concurrent.CompletionException} where the JDK does so.
 */
public final class LockCredentialException extends RuntimeException {

    private final Reason reason;
    private final transient Optional<LockId> lock;
    private final transient OptionalInt status;
    private final transient List<Finding> findings;
    private final transient List<Leftover> leftovers;

    private LockCredentialException(
            Reason reason,
            String message,
            Optional<LockId> lock,
            OptionalInt status,
            List<Finding> findings,
            List<Leftover> leftovers,
            Optional<Throwable> cause) {
        super(message, cause.orElse(null));
        this.reason = Objects.requireNonNull(reason, "reason");
        this.lock = lock;
        this.status = status;
        this.findings = List.copyOf(findings);
        this.leftovers = List.copyOf(leftovers);
    }

    public LockCredentialException(Reason reason, String message) {
        this(reason, message, Optional.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.empty());
    }

    public LockCredentialException(Reason reason, String message, Throwable cause) {
        this(reason, message, Optional.empty(), OptionalInt.empty(), List.of(), List.of(), Optional.of(cause));
    }

    /** A request refused before anything was sent, with all that is wrong with it; the first finding gives the reason. */
    public static LockCredentialException refused(List<Finding> findings) {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a finding");
        }
        String message =
                String.join("; ", findings.stream().map(Finding::message).toList());
        return new LockCredentialException(
                findings.get(0).reason(),
                message,
                Optional.empty(),
                OptionalInt.empty(),
                findings,
                List.of(),
                Optional.empty());
    }

    /** The same failure, told of a lock; a lock that is named already stays. */
    public LockCredentialException at(LockId id) {
        return lock.isPresent() ? this : copy(Optional.of(id), status, leftovers);
    }

    /** The same failure with the protocol's own status for it. */
    public LockCredentialException withStatus(int raw) {
        return copy(lock, OptionalInt.of(raw), leftovers);
    }

    /** The same failure with what could not be taken back. */
    public LockCredentialException leaving(List<Leftover> left) {
        return copy(lock, status, left);
    }

    public Reason reason() {
        return reason;
    }

    /** The lock concerned, if one was. */
    public Optional<LockId> lock() {
        return lock;
    }

    /** The protocol's own status as it came from the lock: a report type, a status code, a transmit status. */
    public OptionalInt status() {
        return status;
    }

    /** What was found wrong before anything was sent; empty for failures of another kind. */
    public List<Finding> findings() {
        return findings;
    }

    /** What the operation had put on the lock and could not take back; empty when nothing half-made stays behind. */
    public List<Leftover> leftovers() {
        return leftovers;
    }

    /** True if the same call may succeed later without anybody changing anything. */
    public boolean isTransient() {
        return reason == Reason.UNREACHABLE || reason == Reason.TIMEOUT;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException(LockCredentialException.class.getName());
    }

    private void readObject(ObjectInputStream in) throws NotSerializableException {
        throw new NotSerializableException(LockCredentialException.class.getName());
    }

    private LockCredentialException copy(Optional<LockId> id, OptionalInt raw, List<Leftover> left) {
        LockCredentialException copy = new LockCredentialException(
                reason, String.valueOf(getMessage()), id, raw, findings, left, Optional.ofNullable(getCause()));
        copy.setStackTrace(getStackTrace());
        return copy;
    }
}
