package org.lockcredentials.spi;

import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;

/** Hears what a backend finds. Its methods return at once and may be called from any thread. */
public interface BackendListener {

    /** A lock is there, for the first time or anew; a driver with the same id is replaced. */
    void lockFound(LockDriver driver);

    /** A lock left the network for good. */
    void lockGone(LockId lock);

    /** Something happened. User names are filled in by the manager, and need not be given. */
    void event(LockEvent event);
}
