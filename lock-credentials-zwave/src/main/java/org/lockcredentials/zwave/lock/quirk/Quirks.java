package org.lockcredentials.zwave.lock.quirk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.lock.event.EventMeaning;
import org.lockcredentials.zwave.lock.event.EventTables;
import org.lockcredentials.zwave.node.Product;

/** What is to be borne in mind of one lock. */
public record Quirks(List<Quirk> all) {

    public static final Quirks NONE = new Quirks(List.of());

    public Quirks {
        all = List.copyOf(all);
    }

    public static Quirks of(Optional<Product> product) {
        return new Quirks(ShippedLocks.ROWS.stream()
                .filter(each -> each.is(product))
                .map(ShippedLock::quirk)
                .toList());
    }

    /** Whether it bears being spoken to with Supervision, if it lists it. */
    public boolean supervises() {
        return all(Quirk.NoSupervision.class).findAny().isEmpty();
    }

    public boolean hidesCodes() {
        return all(Quirk.HiddenCodes.class).findAny().isPresent();
    }

    /** The configuration parameter that holds the one length of all codes. */
    public OptionalInt codeLengthParameter() {
        return all(Quirk.OneCodeLength.class)
                .mapToInt(Quirk.OneCodeLength::parameter)
                .findFirst();
    }

    /** The schedule slots for each user, given what the lock says. */
    public ScheduleSlots.Report scheduleSlots(ScheduleSlots.Report told) {
        return all(Quirk.TrueScheduleSlots.class)
                .map(Quirk.TrueScheduleSlots::slots)
                .findFirst()
                .orElse(told);
    }

    /** What an alarm means: on this lock, else on locks at large. */
    public Optional<EventMeaning> ofAlarm(int type, int level) {
        return alarm(type, level).or(() -> alarm(type, Quirk.Alarm.ANY)).or(() -> EventTables.ofAlarm(type, level));
    }

    /** What an event means if it names a user although it should not. */
    public Optional<EventMeaning> ofNamed(AccessControlEvent event) {
        return all(Quirk.NamedEventMeans.class)
                .filter(each -> each.event() == event)
                .map(Quirk.NamedEventMeans::meaning)
                .findFirst();
    }

    private Optional<EventMeaning> alarm(int type, int level) {
        Quirk.Alarm alarm = new Quirk.Alarm(type, level);
        return all(Quirk.AlarmMeans.class)
                .filter(each -> each.alarm().equals(alarm))
                .map(Quirk.AlarmMeans::meaning)
                .findFirst();
    }

    private <Q extends Quirk> Stream<Q> all(Class<Q> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }
}
