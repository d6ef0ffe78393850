package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.clock.Clock;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleTimeOffset;
import org.lockcredentials.zwave.command.time.DstChange;
import org.lockcredentials.zwave.command.time.LocalOffset;
import org.lockcredentials.zwave.command.time.TimeOffset;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.lock.ScriptedLock.Fault;

/** The clock of a lock is set where it is wrong, once a day, and when the time of its zone has changed. */
final class LockClockTest {

    private final Map<Class<?>, Command> answers = new HashMap<>(Map.of(
            TimeParameters.Get.class, new TimeParameters.Report(2015, 1, 1, 0, 0, 0),
            Clock.Get.class, new Clock.Report(1, 0, 0),
            CommandClassVersion.Get.class, new CommandClassVersion.Report(CommandClass.TIME.id(), 2),
            TimeOffset.Get.class, new TimeOffset.Report(new LocalOffset(0, 0), DstChange.NONE, DstChange.NONE),
            ScheduleTimeOffset.Get.class, new ScheduleTimeOffset.Report(new LocalOffset(0, 0))));
    private final ScriptedLock air = new ScriptedLock(
            true,
            question -> Optional.ofNullable(answers.get(question.getClass())).map(List::of),
            command -> true);

    private LockClock clock(boolean entries, CommandClass... has) {
        Set<CommandClass> classes = EnumSet.noneOf(CommandClass.class);
        classes.addAll(List.of(has));
        return new LockClock(air.lock, air.site, classes::contains, entries);
    }

    @Test
    void whatIsWrongIsSetAndNotLookedAtAgainThatDay() {
        LockClock clock = clock(true, CommandClass.TIME_PARAMETERS, CommandClass.TIME, CommandClass.CLOCK);
        air.done(clock.look());
        assertEquals(
                List.of(
                        new TimeParameters.Get(),
                        new TimeParameters.Set(2026, 11, 21, 10, 0, 0),
                        new CommandClassVersion.Get(CommandClass.TIME.id()),
                        new TimeOffset.Get(),
                        new TimeOffset.Set(new LocalOffset(60, 60), new DstChange(3, 29, 2), new DstChange(10, 25, 3)),
                        new ScheduleTimeOffset.Get(),
                        new ScheduleTimeOffset.Set(new LocalOffset(60, 60))),
                air.commands);
        air.heard();
        air.done(clock.look());
        assertEquals(List.of(), air.heard());
        air.time.advance(Duration.ofHours(25));
        answers.put(TimeParameters.Get.class, new TimeParameters.Report(2026, 11, 22, 11, 0, 30));
        answers.put(ScheduleTimeOffset.Get.class, new ScheduleTimeOffset.Report(new LocalOffset(60, 60)));
        answers.put(
                TimeOffset.Get.class,
                new TimeOffset.Report(new LocalOffset(60, 60), new DstChange(3, 29, 2), new DstChange(10, 25, 3)));
        air.done(clock.look());
        assertEquals(List.of("8B02", "8613", "8A06", "4E0B"), air.heard(), "what is right is left");
    }

    @Test
    void aNewZoneIsNewsAtOnce() {
        air.done(clock(true).look());
        air.heard();
        LockSite moved = new LockSite(ZoneId.of("Asia/Kolkata"), air.site.notes());
        air.done(new LockClock(air.lock, moved, each -> false, true).look());
        assertEquals(
                List.of(new ScheduleTimeOffset.Get(), new ScheduleTimeOffset.Set(new LocalOffset(330, 0))),
                air.commands);
    }

    @Test
    void aChangeOfTheZonesTimeIsNewsAtOnce() {
        air.time.advance(Duration.between(air.now(), Instant.parse("2027-03-28T00:30:00Z")));
        answers.put(Clock.Get.class, new Clock.Report(7, 1, 30));
        air.done(clock(false, CommandClass.CLOCK).look());
        air.time.advance(Duration.ofHours(1));
        answers.put(Clock.Get.class, new Clock.Report(7, 2, 30));
        air.heard();
        air.commands.clear();
        air.done(clock(false, CommandClass.CLOCK).look());
        assertEquals(List.of(new Clock.Get(), new Clock.Set(7, 3, 30)), air.commands);
    }

    @Test
    void aSimpleClockIsSetToLocalTime() {
        air.done(clock(false, CommandClass.CLOCK).look());
        assertEquals(List.of(new Clock.Get(), new Clock.Set(6, 11, 0)), air.commands);
    }

    @Test
    void aClockThatWasNeverSetReportsNoTime() {
        answers.put(TimeParameters.Get.class, new TimeParameters.Report(0, 0, 0, 0, 0, 0));
        air.done(clock(false, CommandClass.TIME_PARAMETERS).look());
        assertEquals(List.of("8B02", "8B01"), air.heard());
    }

    @Test
    void aLockThatRefusesKeepsItsClockAndOneThatIsAwayFails() {
        air.faults.put(1, Fault.REFUSED);
        air.done(clock(true).look());
        air.heard();
        air.time.advance(Duration.ofHours(25));
        air.faults.put(2, Fault.AWAY);
        assertEquals(Reason.UNREACHABLE, air.failure(clock(true).look()).reason());
        air.faults.clear();
        air.heard();
        air.done(clock(true).look());
        assertEquals(List.of("4E0B", "4E0D"), air.heard(), "it is tried again the next time");
    }

    @Test
    void anythingElseInTheNoteIsNoNote() {
        air.site.notes().write(LockNotes.Subject.CLOCK, "yesterday or so");
        air.done(clock(true).look());
        assertEquals(List.of("4E0B", "4E0D"), air.heard());
    }
}
