package org.lockcredentials.zwave.lock.quirk;

import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.lock.event.EventMeaning;

/** One thing that a shipped lock does otherwise than its command classes say. */
public sealed interface Quirk {

    /** It lists Supervision and is not to be spoken to with it. */
    record NoSupervision() implements Quirk {}

    /** What it reports for a code is not the code. */
    record HiddenCodes() implements Quirk {}

    /**
     * All its codes have one length, in digits.
     *
     * @param parameter number of the configuration parameter that holds it
     */
    record OneCodeLength(int parameter) implements Quirk {}

    /** It has other schedule slots for each user than it says. */
    record TrueScheduleSlots(ScheduleSlots.Report slots) implements Quirk {}

    /** A type of Alarm CC v1 that means something else, or means something at all, on this lock. */
    record AlarmMeans(Alarm alarm, EventMeaning meaning) implements Quirk {}

    /** An event that means something else where it names a user, which by specification it does not. */
    record NamedEventMeans(AccessControlEvent event, EventMeaning meaning) implements Quirk {}

    /** A type of alarm, with one level or any. */
    record Alarm(int type, int level) {
        public static final int ANY = -1;
    }
}
