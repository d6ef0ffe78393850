package org.lockcredentials;

/** How a write ended that did not fail. What the lock refused is a {@link LockCredentialException} instead. */
public enum Outcome {
    /** The lock was already as asked; nothing was written. */
    NO_CHANGE,
    /** The lock said so, or it was read back. */
    CONFIRMED,
    /** It was sent and received, but the lock neither confirms it nor lets it be read back. */
    UNVERIFIED,
    /** It is kept safely by the SDK and is not on the lock yet, which takes it only together with a credential, or once its user is enabled. */
    PENDING;

    /** What two writes done together may claim: the weaker of both. */
    public Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
