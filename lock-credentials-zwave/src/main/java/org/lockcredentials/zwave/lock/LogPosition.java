package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.event.LockEvent;

/**
 * How far a lock's own log has been told: its newest record at the time, and what was heard from the lock itself since, which the log will show again.
 *
 * @param newest the record in words that no other one shares, empty if the log was
 * @param heard in the order in which it was heard, by {@link #words}
 */
record LogPosition(String newest, List<String> heard) {

    private static final int MOST_HEARD = 128;

    LogPosition {
        heard = List.copyOf(heard.subList(Math.max(0, heard.size() - MOST_HEARD), heard.size()));
    }

    static LogPosition decode(String text) {
        List<String> lines = text.lines().toList();
        return lines.isEmpty()
                ? new LogPosition("", List.of())
                : new LogPosition(lines.get(0), lines.subList(1, lines.size()));
    }

    String encode() {
        return String.join(
                        "\n", Stream.concat(Stream.of(newest), heard.stream()).toList()) + "\n";
    }

    LogPosition hearing(String words) {
        List<String> more = new ArrayList<>(heard);
        more.add(words);
        return new LogPosition(newest, more);
    }

    /** What an event is recognised by, whether the lock told it at once or its log shows it; empty if no log has such things. */
    static Optional<String> words(LockEvent event) {
        if (event instanceof LockEvent.Operation operation) {
            return Optional.of(operation.action() + user(operation.user()));
        } else if (event instanceof LockEvent.CredentialChange change) {
            return Optional.of(change.change() + user(change.user()));
        } else if (event instanceof LockEvent.Alarm alarm && alarm.kind() == LockEvent.AlarmKind.LOW_BATTERY) {
            return Optional.of(alarm.kind().toString());
        }
        return Optional.empty();
    }

    private static String user(Optional<LockEvent.Actor> actor) {
        return actor.map(each -> " " + each.index()).orElse("");
    }
}
