package org.lockcredentials.zwave.lock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.ScheduleReportCode;
import org.lockcredentials.zwave.command.activeschedule.ScheduleTarget;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;

/** Whatever schedules there are: they come back as they went, and replacing some by others is safe at every step. */
final class SchedulesProperties {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LockTimeZone LOCK = new LockTimeZone(ZONE, Instant.parse("2026-11-21T12:00:00Z"));
    private static final int SLOTS = 14;
    private static final Offer OFFER = new Offer(
            Map.of(
                    ScheduleKind.WEEK_DAY, SLOTS,
                    ScheduleKind.YEAR_DAY, SLOTS,
                    ScheduleKind.DAILY_REPEATING, SLOTS),
            true,
            Duration.ofHours(24).minusMinutes(1),
            2000,
            2099);

    @Property
    void whatIsWrittenIsRead(@ForAll("schedules") List<Schedule> schedules) {
        Set<Entry> entries = Entries.of(schedules, LOCK, OFFER);
        List<Schedule> read = Entries.schedules(List.copyOf(entries), ZONE);
        assertEquals(entries, Entries.of(read, LOCK, OFFER));
        assertEquals(read.size(), new HashSet<>(read).size());
    }

    @Property
    void everyEntryComesBackFromTheWire(@ForAll("entries") Entry entry) throws DecodeException {
        Optional<Entry> back = Optional.empty();
        if (entry instanceof Entry.Week week) {
            var report = EntrySlot.WEEK_DAY.report(1, 1, Optional.of(ScheduleEntryTerms.of(week)));
            back = onWire(report).schedule().flatMap(ScheduleEntryTerms::entry);
        } else if (entry instanceof Entry.Year year) {
            var report = EntrySlot.YEAR_DAY.report(1, 1, Optional.of(ScheduleEntryTerms.of(year)));
            back = onWire(report).schedule().flatMap(ScheduleEntryTerms::entry);
            var active = ActiveSlot.YEAR_DAY.report(
                    ScheduleReportCode.RESPONSE_TO_GET,
                    new ScheduleTarget(0x83, 1),
                    1,
                    0,
                    Optional.of(ActiveScheduleTerms.of(year)));
            assertEquals(back, onWire(active).schedule().flatMap(ActiveScheduleTerms::entry));
        } else if (entry instanceof Entry.Daily daily) {
            var report = EntrySlot.DAILY_REPEATING.report(1, 1, Optional.of(ScheduleEntryTerms.of(daily)));
            back = onWire(report).schedule().flatMap(ScheduleEntryTerms::entry);
            var active = ActiveSlot.DAILY_REPEATING.report(
                    ScheduleReportCode.RESPONSE_TO_GET,
                    new ScheduleTarget(0x83, 1),
                    1,
                    0,
                    Optional.of(ActiveScheduleTerms.of(daily)));
            assertEquals(back, onWire(active).schedule().flatMap(ActiveScheduleTerms::entry));
        }
        assertEquals(Optional.of(entry), back);
    }

    @Property
    void aPlanEndsWithWhatIsWantedAndNeverWithoutASchedule(
            @ForAll("entries") Entry first,
            @ForAll("pages") Map<Place, Optional<Entry>> before,
            @ForAll("wanted") Set<Entry> more) {
        Set<Entry> wanted = new HashSet<>(more);
        wanted.add(first);
        Map<Place, Optional<Entry>> lock = new HashMap<>(before);
        SlotPlan plan = SlotPlan.of(new Page(before, Optional.empty()), wanted, OFFER);
        for (SlotPlan.Put put : plan.puts()) {
            assertTrue(put.place().slot() <= SLOTS);
            assertEquals(put.place().kind(), put.entry().kind());
            lock.put(put.place(), Optional.of(put.entry()));
        }
        for (Place place : plan.erasures()) {
            assertTrue(lock.remove(place) != null, "only what is taken is erased");
            assertFalse(lock.isEmpty());
        }
        assertEquals(wanted.size(), lock.size());
        assertEquals(wanted, new HashSet<>(new Page(lock, Optional.empty()).entries()));
        assertTrue(SlotPlan.of(new Page(lock, Optional.empty()), wanted, OFFER).isEmpty());
    }

    private static <S> EntrySlot.Report<S> onWire(EntrySlot.Report<S> report) throws DecodeException {
        return report.type().match(Commands.decode(report.encode())).orElseThrow();
    }

    private static <S> ActiveSlot.Report<S> onWire(ActiveSlot.Report<S> report) throws DecodeException {
        return report.type().match(Commands.decode(report.encode())).orElseThrow();
    }

    @Provide
    Arbitrary<List<Schedule>> schedules() {
        return entry().map(entry -> Entries.schedules(List.of(entry), ZONE).get(0))
                .list()
                .ofMaxSize(SLOTS);
    }

    @Provide
    Arbitrary<Entry> entries() {
        return entry();
    }

    @Provide
    Arbitrary<Set<Entry>> wanted() {
        return entry().set().ofMaxSize(SLOTS - 1);
    }

    @Provide
    Arbitrary<Map<Place, Optional<Entry>>> pages() {
        return Combinators.combine(entry(), Arbitraries.integers().between(1, SLOTS), Arbitraries.of(true, true, false))
                .as((entry, slot, readable) -> Map.entry(
                        new Place(entry.kind(), slot), readable ? Optional.of(entry) : Optional.<Entry>empty()))
                .list()
                .ofMaxSize(2 * SLOTS)
                .map(slots -> {
                    Map<Place, Optional<Entry>> page = new HashMap<>();
                    slots.forEach(each -> page.put(each.getKey(), each.getValue()));
                    return page;
                });
    }

    private static Arbitrary<Entry> entry() {
        Arbitrary<LocalTime> times =
                Arbitraries.integers().between(0, 24 * 60 - 2).map(minute -> LocalTime.MIN.plusMinutes(minute));
        Arbitrary<Set<DayOfWeek>> days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        Arbitrary<Entry> week = Combinators.combine(
                        Arbitraries.of(DayOfWeek.class),
                        times,
                        Arbitraries.integers().between(1, 1439))
                .as((day, start, minutes) -> new Entry.Week(day, start, later(start, minutes)));
        Arbitrary<Entry> daily = Combinators.combine(
                        days, times, Arbitraries.integers().between(1, 1439))
                .as((set, start, minutes) -> new Entry.Daily(set, start, Duration.ofMinutes(minutes)));
        Arbitrary<Entry> year = Combinators.combine(
                        Arbitraries.integers().between(0, 40_000_000),
                        Arbitraries.integers().between(1, 5_000_000))
                .as((minute, length) -> {
                    LocalDateTime start = LocalDateTime.of(2000, 1, 1, 0, 0).plusMinutes(minute);
                    return new Entry.Year(start, start.plusMinutes(length));
                });
        return Arbitraries.oneOf(week, daily, year);
    }

    private static LocalTime later(LocalTime start, int minutes) {
        int last = 24 * 60 - 1;
        return LocalTime.MIN.plusMinutes(Math.min(last, start.toSecondOfDay() / 60 + minutes));
    }
}
