package org.lockcredentials.simulation;

import org.lockcredentials.Credential;
import org.lockcredentials.Secret;

/** A credential in the lock's memory; the secret is the lock's own copy. */
record StoredCredential(Credential place, int userIndex, Secret secret, String creator) {

    StoredCredential {
        secret = secret.copy();
    }

    StoredCredential of(int otherUser) {
        return new StoredCredential(place, otherUser, secret, creator);
    }
}
