package org.lockcredentials.zwave.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.activeschedule.ActiveScheduleEnable;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.DailyRepetition;
import org.lockcredentials.zwave.command.activeschedule.ScheduleReportCode;
import org.lockcredentials.zwave.command.activeschedule.YearDaySpan;

/** One target of Active Schedule, as far as the class definition tells: slots with a chain, and a switch. */
final class ActiveLock {

    final TreeMap<Integer, YearDaySpan> yearDays = new TreeMap<>();
    final TreeMap<Integer, DailyRepetition> dailies = new TreeMap<>();
    final List<Boolean> openAfterEachWrite = new ArrayList<>();
    boolean enforced;

    Optional<List<Command>> answer(Command question) {
        if (question instanceof ActiveSlot.Get<?> get && get.kind() == ActiveSlot.YEAR_DAY) {
            return Optional.of(List.of(ActiveSlot.YEAR_DAY.report(
                    ScheduleReportCode.RESPONSE_TO_GET,
                    get.target(),
                    get.slot(),
                    next(yearDays, get.slot()),
                    Optional.ofNullable(yearDays.get(get.slot())))));
        } else if (question instanceof ActiveSlot.Get<?> get && get.kind() == ActiveSlot.DAILY_REPEATING) {
            return Optional.of(List.of(ActiveSlot.DAILY_REPEATING.report(
                    ScheduleReportCode.RESPONSE_TO_GET,
                    get.target(),
                    get.slot(),
                    next(dailies, get.slot()),
                    Optional.ofNullable(dailies.get(get.slot())))));
        } else if (question instanceof ActiveScheduleEnable.Get get) {
            return Optional.of(List.of(
                    new ActiveScheduleEnable.Report(get.target(), enforced, ScheduleReportCode.RESPONSE_TO_GET)));
        }
        return Optional.empty();
    }

    boolean write(Command command) {
        if (command instanceof ActiveSlot.Set<?> set && set.kind() == ActiveSlot.YEAR_DAY) {
            set.schedule()
                    .ifPresentOrElse(
                            each -> yearDays.put(set.slot(), (YearDaySpan) each), () -> yearDays.remove(set.slot()));
        } else if (command instanceof ActiveSlot.Set<?> set && set.kind() == ActiveSlot.DAILY_REPEATING) {
            set.schedule()
                    .ifPresentOrElse(
                            each -> dailies.put(set.slot(), (DailyRepetition) each), () -> dailies.remove(set.slot()));
        } else if (command instanceof ActiveScheduleEnable.Set set) {
            enforced = set.enabled();
        } else {
            return false;
        }
        openAfterEachWrite.add(open());
        return true;
    }

    boolean open() {
        return !enforced || yearDays.isEmpty() && dailies.isEmpty();
    }

    private static int next(TreeMap<Integer, ?> slots, int slot) {
        return Optional.ofNullable(slots.higherKey(slot)).orElse(0);
    }
}
