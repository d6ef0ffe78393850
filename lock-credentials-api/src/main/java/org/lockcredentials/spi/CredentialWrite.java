package org.lockcredentials.spi;

import org.lockcredentials.Credential;
import org.lockcredentials.Secret;

/**
 * A credential as it should stand on the lock.
 *
 * @param userIndex whose it is
 * @param place type and slot
 * @param secret what it says; lent for the length of the call's future, not the driver's to wipe
 */
public record CredentialWrite(int userIndex, Credential place, Secret secret) {}
