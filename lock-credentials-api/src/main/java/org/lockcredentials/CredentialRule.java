package org.lockcredentials;

/** How many credentials a user must present to open the lock. */
public enum CredentialRule {
    SINGLE,
    DUAL,
    TRIPLE
}
