package org.lockcredentials;

import java.util.List;

/**
 * Access that the host's key leads to.
 *
 * @param key the host's name for it
 * @param lock where it is
 * @param userIndex the user on the lock
 * @param credentials the credentials, by place
 * @param state how it stands
 */
public record AccessGrant(AccessKey key, LockId lock, int userIndex, List<Credential> credentials, State state) {

    public AccessGrant {
        credentials = List.copyOf(credentials);
    }

    /** How access stands. */
    public enum State {
        /** It is on the lock. */
        ACTIVE,
        /** It was begun and not finished, by a crash or a lost answer; adding it again finishes it, removing it clears it up. */
        UNFINISHED
    }
}
