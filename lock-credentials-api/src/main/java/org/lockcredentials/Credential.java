package org.lockcredentials;

import java.util.Objects;

/**
 * A credential on a lock, by its place; what it says is never shown.
 *
 * @param type its kind
 * @param slot its place among those of its type, from 1
 */
public record Credential(CredentialType type, int slot) {

    /** @throws IllegalArgumentException if {@code slot} is outside 1 to 65,535 */
    public Credential {
        Objects.requireNonNull(type, "type");
        if (slot < 1 || slot > 65_535) {
            throw new IllegalArgumentException("credential slot must be 1 to 65535, is " + slot);
        }
    }
}
