package org.lockcredentials;

/** What is known of a place on a lock. Unknown is never free. */
public enum Occupancy {
    /** The lock said that nothing is there. */
    FREE,
    /** The lock said that something is there. */
    OCCUPIED,
    /** The lock was not asked, did not answer, or answered with a masked code. */
    UNKNOWN
}
