package org.lockcredentials;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A credential to be put on a lock. It holds the caller's secret, not a copy; the SDK copies it when it is handed over.
 *
 * @param type its kind
 * @param slot place among those of its type, from 1; absent takes the lowest free one, which is then only ever added
 * @param secret what the user will present
 */
public record NewCredential(CredentialType type, OptionalInt slot, Secret secret) {

    public NewCredential {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(secret, "secret");
    }

    /** A PIN at the lowest free slot. */
    public static NewCredential pin(Secret secret) {
        return of(CredentialType.PIN, secret);
    }

    /** A credential at the lowest free slot of its type. */
    public static NewCredential of(CredentialType type, Secret secret) {
        return new NewCredential(type, OptionalInt.empty(), secret);
    }

    /** The same at a place of the caller's choosing, which replaces the same user's credential there. */
    public NewCredential at(int chosen) {
        return new NewCredential(type, OptionalInt.of(chosen), secret);
    }
}
