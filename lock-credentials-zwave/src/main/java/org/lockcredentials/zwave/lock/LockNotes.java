package org.lockcredentials.zwave.lock;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lockcredentials.spi.StateStore;

/** What is kept about one lock from run to run, beside what it is: short texts, each under a word. None of them holds a code. */
public final class LockNotes {

    /** What a text is about. */
    enum Subject {
        /** When its clock was last looked after. */
        CLOCK,
        /** How far its own log is read. */
        LOG,
        /** Which of its users were given schedules. */
        SCHEDULED,
        /** Whether it senses its door. */
        DOOR
    }

    private static final int MAX_LENGTH = 1 << 14;

    private final StateStore store;
    private final String prefix;

    /** @param prefix the key under which everything about this lock is kept */
    public LockNotes(StateStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    Optional<String> read(Subject subject) {
        return store.read(key(subject))
                .filter(bytes -> bytes.length <= MAX_LENGTH)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII));
    }

    void write(Subject subject, String text) {
        store.write(key(subject), text.getBytes(StandardCharsets.US_ASCII));
    }

    private String key(Subject subject) {
        return prefix + "/"
                + switch (subject) {
                    case CLOCK -> "clock";
                    case LOG -> "log";
                    case SCHEDULED -> "scheduled";
                    case DOOR -> "door";
                };
    }
}
