package org.lockcredentials.simulation;

import java.time.Duration;

/** Something that goes wrong with one request to a simulated lock. */
public sealed interface Fault {

    /** The lock cannot be reached, and the host knows: UNREACHABLE, nothing done. */
    static Fault unreachable() {
        return new Unreachable();
    }

    /** The request is lost: TIMEOUT, nothing done. */
    static Fault loseAnswerBefore() {
        return new LoseAnswer(false);
    }

    /** The answer is lost: TIMEOUT, but the lock did it. */
    static Fault loseAnswerAfter() {
        return new LoseAnswer(true);
    }

    /** The lock gets to it, and answers, only after a time; it does so although the host may have given up meanwhile. */
    static Fault slow(Duration delay) {
        return new Slow(delay);
    }

    /** The lock refuses: REJECTED with this status, nothing done. */
    static Fault refuse(int status) {
        return new Refuse(status);
    }

    /** Somebody at the keypad takes the very place just before; meets only writes of users, of credentials, and learning. */
    static Fault occupyFirst() {
        return new OccupyFirst();
    }

    /** The lock restarts instead: UNREACHABLE, nothing done, what it remembers stays. */
    static Fault restart() {
        return new Restart();
    }

    /** Nothing is done and no answer ever comes. */
    static Fault never() {
        return new Never();
    }

    record Unreachable() implements Fault {}

    /** @param done whether the lock did what it was asked */
    record LoseAnswer(boolean done) implements Fault {}

    record Slow(Duration delay) implements Fault {}

    record Refuse(int status) implements Fault {}

    record OccupyFirst() implements Fault {}

    record Restart() implements Fault {}

    record Never() implements Fault {}
}
