package org.lockcredentials.conformance;

/** What the other side of a lock under test can do or is strict about; what it cannot is skipped, and said so. */
public enum OtherSide {
    /** The lock refuses a code that it holds already. */
    REFUSES_DUPLICATES,
    /** {@link LockUnderTest#enterCode} works. */
    KEYPAD,
    /** The lock says so when it was locked or unlocked, whoever did it. */
    TELLS_OF_OPERATIONS,
    /** The lock says so when a wrong code was entered. */
    REPORTS_WRONG_CODES,
    /** {@link LockUnderTest#present} works. */
    READER,
    /** {@link LockUnderTest#restart} works. */
    RESTART
}
