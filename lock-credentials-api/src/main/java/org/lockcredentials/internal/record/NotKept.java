package org.lockcredentials.internal.record;

import org.lockcredentials.LockCredentialException;

/** Why something could not be kept: the cause of a failure that the store made, and not the lock, whatever the lock did. */
public final class NotKept extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotKept(LockCredentialException ofStore) {
        super(ofStore.getMessage(), ofStore);
    }
}
