package org.lockcredentials.matter.message;

import java.security.SecureRandom;

/**
 * The counter of one secure session, section 4.6.1.4: starts at random, lives and dies with the session's keys, and never turns over.
 *
 * <p>Nothing of it is kept, since the keys are not either: a new process has new sessions.
 */
public final class SessionCounter {

    private static final long LAST = 0xFFFF_FFFFL;

    private long last;

    private SessionCounter(long last) {
        this.last = last;
    }

    /** A counter that starts at 1 to 2^28, as section 4.6.1.1 has it. */
    public static SessionCounter random(SecureRandom random) {
        return new SessionCounter(random.nextInt() >>> 4);
    }

    /** A counter whose next number is {@code first}. */
    static SessionCounter from(long first) {
        return new SessionCounter(first - 1);
    }

    /**
     * The next number, 1 to 4,294,967,295.
     *
     * @throws IllegalStateException if {@link #left} was 0
     */
    public long next() {
        if (last == LAST) {
            throw new IllegalStateException("the session's counter is used up");
        }
        return ++last;
    }

    /** Numbers that are left. */
    public long left() {
        return LAST - last;
    }
}
