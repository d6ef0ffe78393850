package org.lockcredentials;

/** Why an operation failed. */
public enum Reason {
    /** The request cannot be right: a length, a range, a character. Found before anything was sent. */
    INVALID,
    /** The lock, or this SDK with it, has no such thing. Found before anything was sent. */
    UNSUPPORTED,
    /** No such lock, user, credential or key. */
    NOT_FOUND,
    /** The chosen place is taken, or it cannot be known that it is free. */
    OCCUPIED,
    /** The lock holds the same code already; it is not told whose it is. */
    DUPLICATE,
    /** No free place is left. */
    FULL,
    /** Somebody else's administrator made it and the lock lets only that one change it. */
    FOREIGN_OWNER,
    /** The lock refused for a reason of its own; {@link LockCredentialException#status()} holds it. */
    REJECTED,
    /** Nobody answered: the lock, the network or the port. */
    UNREACHABLE,
    /** The deadline passed; what was sent may or may not have taken effect. */
    TIMEOUT,
    /** The secure channel could not be had, or was broken. */
    SECURITY,
    /** The manager or the backend was closed. */
    CLOSED
}
