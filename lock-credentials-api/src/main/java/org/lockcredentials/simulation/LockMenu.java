package org.lockcredentials.simulation;

import java.util.Optional;
import java.util.concurrent.Executor;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * Changes that somebody else makes, at the keypad or from another controller; the host hears of them as of any other change.
 *
 * <p>What the lock's rules forbid throws a {@link org.lockcredentials.LockCredentialException}, as its hosts would get it.
 */
public final class LockMenu {

    private final Executor monitor;
    private final Writes writes;

    LockMenu(Executor monitor, Writes writes) {
        this.monitor = monitor;
        this.writes = writes;
    }

    /** Adds a user without credentials, on a lock that has such. */
    public void addUser(User user) {
        monitor.execute(() -> writes.user(WriteMode.ADD, new UserWrite(user, Optional.empty())));
    }

    /** Gives a user's name, type, rule or state anew. */
    public void changeUser(User user) {
        monitor.execute(() -> writes.user(WriteMode.MODIFY, new UserWrite(user, Optional.empty())));
    }

    /** Adds a credential, and with it its user where a slot is its user. */
    public void addCredential(int userIndex, Credential place, Secret secret) {
        monitor.execute(() -> writes.credential(WriteMode.ADD, new CredentialWrite(userIndex, place, secret)));
    }

    /** Changes what a credential says. */
    public void changeCredential(int userIndex, Credential place, Secret secret) {
        monitor.execute(() -> writes.credential(WriteMode.MODIFY, new CredentialWrite(userIndex, place, secret)));
    }

    public void deleteCredential(int userIndex, Credential place) {
        monitor.execute(() -> writes.deleteCredential(userIndex, place));
    }

    public void deleteUser(int userIndex) {
        monitor.execute(() -> writes.deleteUser(userIndex));
    }
}
