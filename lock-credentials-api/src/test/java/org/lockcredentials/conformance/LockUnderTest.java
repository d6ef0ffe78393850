package org.lockcredentials.conformance;

import java.util.List;
import java.util.Set;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.LockBackend;

/** One lock without users or credentials, and the way to its other side. */
public interface LockUnderTest extends AutoCloseable {

    /** A backend that was not opened yet, through which this lock is reached; asked for again after the one before was closed. */
    LockBackend backend();

    /** The lock, of which the backend tells when it opens. */
    LockId id();

    /** What the lock really holds, by index. */
    List<TrueUser> truth();

    /** How many questions and commands about users and credentials reached the lock since it was made. */
    long requests();

    /** What the other side can do; all of it unless told otherwise. */
    default Set<OtherSide> abilities() {
        return Set.of(OtherSide.values());
    }

    /** Types a code at the lock. */
    void enterCode(Secret code);

    /** Presents the same finger, card or face to the lock's reader, once. */
    void present(CredentialType type);

    /** Takes the lock's power away and gives it back; returns when it can be spoken to again. */
    void restart();

    /** Ends the other side. */
    @Override
    void close();
}
