package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.doorlocklogging.LoggedAt;
import org.lockcredentials.zwave.command.doorlocklogging.LoggedEvent;
import org.lockcredentials.zwave.command.doorlocklogging.LoggingRecord;

/** The lock's own log, newest record first, told once and only once. */
final class LockLogTest {

    private static final int RECORDS = 60;

    private record Entry(LocalDateTime at, LoggedEvent event, int user) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<LockEvent> told = new ArrayList<>();
    private boolean ring;
    private final ScriptedLock air = new ScriptedLock(true, this::answer, command -> false);
    private LockLog log = new LockLog(air.lock, air.site, RECORDS, true, told::add);
    private LocalDateTime clock = LocalDateTime.parse("2026-11-21T11:00:00");

    @Test
    void whatHappenedBeforeTheFirstLookIsNotTold() {
        happens(LoggedEvent.KEYPAD_UNLOCK, 3);
        read();
        assertEquals(List.of("4C03"), air.heard());
        assertEquals(List.of(), told);
    }

    @Test
    void newRecordsAreToldOldestFirstWithTheirOwnTime() {
        happens(LoggedEvent.KEYPAD_UNLOCK, 3);
        read();
        happens(LoggedEvent.KEYPAD_UNLOCK, 4);
        happens(LoggedEvent.AUTO_LOCK, 0);
        happens(LoggedEvent.KEYPAD_UNLOCK_OUT_OF_SCHEDULE, 5);
        air.heard();
        restart();
        read();
        assertEquals(4, air.heard().size(), "three that are new, and the one that is known");
        assertEquals(
                new LockEvent.Operation(
                        air.lock.id(),
                        Instant.parse("2026-11-21T10:02:00Z"),
                        Action.UNLOCK,
                        Source.KEYPAD,
                        Optional.of(new Actor(4, Optional.empty())),
                        Optional.of(new Credential(CredentialType.PIN, 4)),
                        Optional.empty()),
                told.get(0));
        assertEquals(List.of(Action.UNLOCK, Action.LOCK, Action.DENIED), actions());
        read();
        assertEquals(List.of("4C03"), air.heard(), "nothing new costs one question");
        assertEquals(3, told.size());
    }

    @Test
    void whatTheLockToldAtOnceIsNotToldAgain() {
        read();
        happensAndIsHeard(LoggedEvent.KEYPAD_UNLOCK, 4, Action.UNLOCK);
        happensAndIsHeard(LoggedEvent.AUTO_LOCK, 0, Action.LOCK);
        restart();
        happens(LoggedEvent.KEYPAD_UNLOCK, 4);
        happens(LoggedEvent.USER_CODE_ADDED, 9);
        read();
        assertEquals(3, told.size(), "the second unlocking, the user and the code: " + told);
        assertEquals(Instant.parse("2026-11-21T10:03:00Z"), told.get(0).at());
        assertTrue(told.get(1) instanceof LockEvent.UserChange, told.toString());
        happens(LoggedEvent.AUTO_LOCK, 0);
        read();
        assertEquals(4, told.size(), "what was heard is forgotten with the reading");
    }

    @Test
    void aLongAbsenceIsReadInPartOnly() {
        happens(LoggedEvent.KEYPAD_UNLOCK, 3);
        read();
        air.heard();
        for (int i = 0; i < 50; i++) {
            happens(LoggedEvent.KEYPAD_UNLOCK, 1 + i % 7);
        }
        read();
        assertEquals(32, air.heard().size());
        assertEquals(32, told.size());
    }

    @Test
    void aRingIsReadBackwards() {
        ring = true;
        happens(LoggedEvent.KEYPAD_UNLOCK, 3);
        happens(LoggedEvent.KEYPAD_LOCK, 3);
        read();
        happens(LoggedEvent.MANUAL_UNLOCK, 0);
        happens(LoggedEvent.MANUAL_LOCK, 0);
        read();
        assertEquals(List.of(Action.UNLOCK, Action.LOCK), actions());
    }

    @Test
    void aLockWithoutATimeHasNoPast() {
        happens(LoggedEvent.KEYPAD_UNLOCK, 3);
        read();
        entries.add(0, new Entry(LocalDateTime.MIN, LoggedEvent.KEYPAD_UNLOCK, 3));
        read();
        assertEquals(List.of(), told);
    }

    private void restart() {
        log = new LockLog(air.lock, air.site, RECORDS, true, told::add);
    }

    private void read() {
        log.read();
        air.time.settle();
    }

    private void happens(LoggedEvent event, int user) {
        clock = clock.plusMinutes(1);
        entries.add(0, new Entry(clock, event, user));
    }

    private void happensAndIsHeard(LoggedEvent event, int user, Action action) {
        happens(event, user);
        log.heard(new LockEvent.Operation(
                air.lock.id(),
                air.now(),
                action,
                Source.UNKNOWN,
                UserCredentialEvents.actor(user),
                Optional.empty(),
                Optional.empty()));
    }

    private List<Action> actions() {
        return told.stream()
                .map(LockEvent.Operation.class::cast)
                .map(LockEvent.Operation::action)
                .toList();
    }

    private Optional<List<Command>> answer(Command command) {
        return command instanceof LoggingRecord.Get get ? Optional.of(List.of(record(get.record()))) : Optional.empty();
    }

    private LoggingRecord.Report record(int number) {
        int index = number == 0 ? 0 : ring ? entries.size() - number : number - 1;
        int told = number != 0 ? number : ring ? entries.size() : 1;
        if (index < 0 || index >= entries.size()) {
            return new LoggingRecord.Report(
                    told, false, new LoggedAt(0, 0, 0, 0, 0, 0), new LoggedEvent(0), 0, Optional.empty());
        }
        Entry entry = entries.get(index);
        LocalDateTime at = entry.at();
        LoggedAt time = at.equals(LocalDateTime.MIN)
                ? new LoggedAt(0, 0, 0, 0, 0, 0)
                : new LoggedAt(
                        at.getYear(),
                        at.getMonthValue(),
                        at.getDayOfMonth(),
                        at.getHour(),
                        at.getMinute(),
                        at.getSecond());
        return new LoggingRecord.Report(told, true, time, entry.event(), entry.user(), Optional.of(Secret.of("4711")));
    }
}
