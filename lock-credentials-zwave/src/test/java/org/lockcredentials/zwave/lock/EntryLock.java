package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.scheduleentry.DailyRepeatingSchedule;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleEnable;
import org.lockcredentials.zwave.command.scheduleentry.WeekDaySchedule;
import org.lockcredentials.zwave.command.scheduleentry.YearDaySchedule;
import org.lockcredentials.zwave.lock.schedule.Place;

/**
 * One user of a Schedule Entry Lock, by the letter (SDS13781 §4.90 to §4.92), and one thing more that locks do: a user whose schedules are all erased gets in at
 * all times.
 */
final class EntryLock {

    final Map<Place, Object> slots = new TreeMap<>();
    final List<Boolean> openAfterEachWrite = new ArrayList<>();
    private Optional<ScheduleKind> kind = Optional.empty();
    private boolean enforced;

    Optional<List<Command>> answer(Command question) {
        if (question instanceof EntrySlot.Get<?> get && get.kind() == EntrySlot.WEEK_DAY) {
            var held = Optional.ofNullable((WeekDaySchedule) slots.get(new Place(ScheduleKind.WEEK_DAY, get.slot())));
            return Optional.of(List.of(EntrySlot.WEEK_DAY.report(get.userId(), get.slot(), held)));
        } else if (question instanceof EntrySlot.Get<?> get && get.kind() == EntrySlot.YEAR_DAY) {
            var held = Optional.ofNullable((YearDaySchedule) slots.get(new Place(ScheduleKind.YEAR_DAY, get.slot())));
            return Optional.of(List.of(EntrySlot.YEAR_DAY.report(get.userId(), get.slot(), held)));
        } else if (question instanceof EntrySlot.Get<?> get && get.kind() == EntrySlot.DAILY_REPEATING) {
            var held = Optional.ofNullable(
                    (DailyRepeatingSchedule) slots.get(new Place(ScheduleKind.DAILY_REPEATING, get.slot())));
            return Optional.of(List.of(EntrySlot.DAILY_REPEATING.report(get.userId(), get.slot(), held)));
        }
        return Optional.empty();
    }

    boolean write(Command command) {
        if (command instanceof EntrySlot.Set<?> set && set.kind() == EntrySlot.WEEK_DAY) {
            put(ScheduleKind.WEEK_DAY, set.slot(), set.schedule());
        } else if (command instanceof EntrySlot.Set<?> set && set.kind() == EntrySlot.YEAR_DAY) {
            put(ScheduleKind.YEAR_DAY, set.slot(), set.schedule());
        } else if (command instanceof EntrySlot.Set<?> set && set.kind() == EntrySlot.DAILY_REPEATING) {
            put(ScheduleKind.DAILY_REPEATING, set.slot(), set.schedule());
        } else if (command instanceof ScheduleEnable.Set set) {
            enforced = set.enabled();
        } else {
            return false;
        }
        openAfterEachWrite.add(open());
        return true;
    }

    boolean open() {
        return !enforced || slots.keySet().stream().noneMatch(each -> kind.equals(Optional.of(each.kind())));
    }

    private void put(ScheduleKind what, int slot, Optional<?> schedule) {
        if (schedule.isPresent()) {
            slots.put(new Place(what, slot), schedule.get());
            kind = Optional.of(what);
            enforced = true;
        } else {
            slots.remove(new Place(what, slot));
        }
    }
}
