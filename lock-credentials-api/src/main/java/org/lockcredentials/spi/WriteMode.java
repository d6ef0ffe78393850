package org.lockcredentials.spi;

/** What a write may do. */
public enum WriteMode {
    /**
     * Puts something where nothing is. A driver whose protocol cannot say so asks the lock just before, and fails with OCCUPIED unless the
     * lock says that the place is free.
     */
    ADD,
    /** Replaces what is there. */
    MODIFY
}
