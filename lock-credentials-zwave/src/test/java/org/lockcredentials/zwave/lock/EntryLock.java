package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.scheduleentry.DailyRepeating;
import org.lockcredentials.zwave.command.scheduleentry.DailyRepeatingSchedule;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleEnable;
import org.lockcredentials.zwave.command.scheduleentry.WeekDay;
import org.lockcredentials.zwave.command.scheduleentry.WeekDaySchedule;
import org.lockcredentials.zwave.command.scheduleentry.YearDay;
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
        if (question instanceof WeekDay.Get get) {
            var held = Optional.ofNullable((WeekDaySchedule) slots.get(new Place(ScheduleKind.WEEK_DAY, get.slot())));
            return Optional.of(List.of(new WeekDay.Report(get.userId(), get.slot(), held)));
        } else if (question instanceof YearDay.Get get) {
            var held = Optional.ofNullable((YearDaySchedule) slots.get(new Place(ScheduleKind.YEAR_DAY, get.slot())));
            return Optional.of(List.of(new YearDay.Report(get.userId(), get.slot(), held)));
        } else if (question instanceof DailyRepeating.Get get) {
            var held = Optional.ofNullable(
                    (DailyRepeatingSchedule) slots.get(new Place(ScheduleKind.DAILY_REPEATING, get.slot())));
            return Optional.of(List.of(new DailyRepeating.Report(get.userId(), get.slot(), held)));
        }
        return Optional.empty();
    }

    boolean write(Command command) {
        if (command instanceof WeekDay.Set set) {
            put(ScheduleKind.WEEK_DAY, set.slot(), set.schedule());
        } else if (command instanceof YearDay.Set set) {
            put(ScheduleKind.YEAR_DAY, set.slot(), set.schedule());
        } else if (command instanceof DailyRepeating.Set set) {
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
