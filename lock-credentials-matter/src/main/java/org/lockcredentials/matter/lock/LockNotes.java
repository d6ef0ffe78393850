package org.lockcredentials.matter.lock;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lockcredentials.spi.StateStore;

/**
 * What the driver must know of its own doings from run to run: numbers of the lock, each with that of a user. None of it is a code.
 */
public final class LockNotes {

    /** What a number is about. */
    enum Subject {
        /** Which slot of a holiday was written on behalf of which user. */
        HOLIDAY,
        /** Which user is of a type with schedules only because schedules were given. */
        RESTRICTED
    }

    private static final int MAX_LENGTH = 1 << 14;

    private final StateStore store;
    private final String prefix;
    private final Map<Subject, Map<Integer, Integer>> read = new EnumMap<>(Subject.class);

    /** @param prefix the key under which everything about this lock is kept */
    public LockNotes(StateStore store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    synchronized Map<Integer, Integer> read(Subject subject) {
        return read.computeIfAbsent(subject, this::load);
    }

    private Map<Integer, Integer> load(Subject subject) {
        return store.read(key(subject))
                .filter(bytes -> bytes.length <= MAX_LENGTH)
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII).lines())
                .map(lines -> lines.map(line -> line.split(" ", 2))
                        .flatMap(pair -> entry(pair).stream())
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b)))
                .orElse(Map.of());
    }

    synchronized void put(Subject subject, int number, int user) {
        Map<Integer, Integer> all = new TreeMap<>(read(subject));
        if (!Integer.valueOf(user).equals(all.put(number, user))) {
            write(subject, all);
        }
    }

    synchronized void remove(Subject subject, int number) {
        Map<Integer, Integer> all = new TreeMap<>(read(subject));
        if (all.remove(number) != null) {
            write(subject, all);
        }
    }

    synchronized void clear(Subject subject) {
        read.put(subject, Map.of());
        store.delete(key(subject));
    }

    private void write(Subject subject, Map<Integer, Integer> all) {
        read.put(subject, Map.copyOf(all));
        String text = all.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        store.write(key(subject), text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Optional<Map.Entry<Integer, Integer>> entry(String[] pair) {
        try {
            return pair.length == 2
                    ? Optional.of(Map.entry(Integer.valueOf(pair[0]), Integer.valueOf(pair[1])))
                    : Optional.empty();
        } catch (NumberFormatException damaged) {
            return Optional.empty();
        }
    }

    private String key(Subject subject) {
        return prefix + "/"
                + switch (subject) {
                    case HOLIDAY -> "holidays";
                    case RESTRICTED -> "restricted";
                };
    }
}
