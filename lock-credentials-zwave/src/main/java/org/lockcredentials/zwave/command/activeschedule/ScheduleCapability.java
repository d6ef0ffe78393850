package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.zwave.command.Range;

/**
 * What one command class can schedule (Active Schedule CC v1, Capabilities Report).
 *
 * @param commandClass of the targets
 * @param targets number of targets
 * @param yearDaySlots number of slots that each target has
 * @param dailyRepeatingSlots number of slots that each target has
 */
public record ScheduleCapability(int commandClass, int targets, int yearDaySlots, int dailyRepeatingSlots) {

    public ScheduleCapability {
        Range.u8("target command class", commandClass);
        Range.u16("targets", targets);
        Range.u16("year day slots", yearDaySlots);
        Range.u16("daily repeating slots", dailyRepeatingSlots);
    }
}
