package org.lockcredentials.matter.message;

/**
 * Tells messages that were received before from new ones by their counters, section 4.6.5.
 *
 * <p>Holds the highest counter and one bit for each of the {@value #SIZE} below it.
 */
public final class ReplayWindow {

    /** MSG_COUNTER_WINDOW_SIZE. */
    public static final int SIZE = 32;

    private static final long ALL = 0xFFFF_FFFFL;

    private final boolean encrypted;
    private boolean anchored;
    private long highest;
    private long seen;

    private ReplayWindow(boolean encrypted, boolean anchored, long seen) {
        this.encrypted = encrypted;
        this.anchored = anchored;
        this.seen = seen;
    }

    /** For a secure session, whose counter never turns over: what is behind the window is old. */
    public static ReplayWindow encrypted() {
        return new ReplayWindow(true, true, ALL);
    }

    /** For unsecured messages: what is behind the window comes from a sender that was started again. */
    public static ReplayWindow unencrypted() {
        return new ReplayWindow(false, false, 0);
    }

    /** Takes note of a counter. @return true if it is new */
    public boolean accept(long counter) {
        long ahead = encrypted ? counter - highest : (int) (counter - highest);
        if (!anchored || !encrypted && ahead < -SIZE) {
            restart(counter);
            return true;
        }
        return ahead > 0 ? advance(counter, ahead) : ahead < 0 && fill(-ahead);
    }

    private void restart(long counter) {
        anchored = true;
        highest = counter;
        seen = 0;
    }

    private boolean advance(long counter, long by) {
        seen = by > SIZE ? 0 : (seen << by | 1L << by - 1) & ALL;
        highest = counter;
        return true;
    }

    private boolean fill(long behind) {
        if (behind > SIZE) {
            return false;
        }
        long bit = 1L << behind - 1;
        boolean fresh = (seen & bit) == 0;
        seen |= bit;
        return fresh;
    }
}
