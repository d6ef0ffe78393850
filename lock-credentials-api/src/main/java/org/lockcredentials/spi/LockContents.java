package org.lockcredentials.spi;

import java.util.List;
import java.util.Set;
import org.lockcredentials.Credential;
import org.lockcredentials.User;

/**
 * All that a lock told of what it holds. What stands in neither list is free.
 *
 * @param users users that are there, with their credentials
 * @param unknownUsers indexes of which the lock told nothing certain
 * @param unknownCredentials slots of which the lock told nothing certain; on a masked lock these may be slots of {@code users}
 */
public record LockContents(List<User> users, Set<Integer> unknownUsers, Set<Credential> unknownCredentials) {

    public LockContents {
        users = List.copyOf(users);
        unknownUsers = Set.copyOf(unknownUsers);
        unknownCredentials = Set.copyOf(unknownCredentials);
    }
}
