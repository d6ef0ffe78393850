package org.lockcredentials.zwave.lock;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockcredentials.zwave.lock.LockNotes.Subject;

/** The users of one lock that this host gave schedules, noted before the first of them is written. */
final class ScheduledUsers {

    private final LockNotes notes;

    ScheduledUsers(LockNotes notes) {
        this.notes = notes;
    }

    Set<Integer> all() {
        return notes.read(Subject.SCHEDULED).stream()
                .flatMap(text -> Stream.of(text.split(" ")))
                .filter(word -> word.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    boolean contains(int userId) {
        return all().contains(userId);
    }

    void add(int userId) {
        Set<Integer> users = all();
        if (users.add(userId)) {
            write(users);
        }
    }

    void remove(int userId) {
        Set<Integer> users = all();
        if (users.remove(userId)) {
            write(users);
        }
    }

    private void write(Set<Integer> users) {
        notes.write(Subject.SCHEDULED, users.stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
