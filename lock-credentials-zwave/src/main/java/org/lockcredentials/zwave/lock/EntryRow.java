package org.lockcredentials.zwave.lock;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.scheduleentry.EntrySlot;
import org.lockcredentials.zwave.lock.schedule.Entry;
import org.lockcredentials.zwave.lock.schedule.ScheduleEntryTerms;
import org.lockcredentials.zwave.transport.CommandChannel;

/**
 * Which commands of Schedule Entry Lock hold the entries of one kind.
 *
 * @param slots of users that one byte names
 * @param extended of users that it does not
 * @param <E> what the entries are in the model
 * @param <S> what they are in the command
 */
record EntryRow<E extends Entry, S>(
        EntrySlot<S> slots,
        EntrySlot<S> extended,
        Class<E> kind,
        Function<E, S> written,
        Function<S, Optional<Entry>> told) {

    static final int MOST_USERS = 0xFF;

    static final Map<ScheduleKind, EntryRow<?, ?>> ALL = Map.of(
            ScheduleKind.WEEK_DAY,
                    new EntryRow<>(
                            EntrySlot.WEEK_DAY,
                            EntrySlot.EXTENDED_WEEK_DAY,
                            Entry.Week.class,
                            ScheduleEntryTerms::of,
                            ScheduleEntryTerms::entry),
            ScheduleKind.YEAR_DAY,
                    new EntryRow<>(
                            EntrySlot.YEAR_DAY,
                            EntrySlot.EXTENDED_YEAR_DAY,
                            Entry.Year.class,
                            ScheduleEntryTerms::of,
                            ScheduleEntryTerms::entry),
            ScheduleKind.DAILY_REPEATING,
                    new EntryRow<>(
                            EntrySlot.DAILY_REPEATING,
                            EntrySlot.EXTENDED_DAILY_REPEATING,
                            Entry.Daily.class,
                            ScheduleEntryTerms::of,
                            ScheduleEntryTerms::entry));

    Command set(int userId, int slot, Optional<Entry> entry) {
        return slots(userId).set(userId, slot, entry.map(kind::cast).map(written));
    }

    /** Empty if the slot is free; the entry within is empty if what it holds is no schedule. */
    CompletableFuture<Optional<Optional<Entry>>> read(CommandChannel channel, int userId, int slot) {
        return channel.get(slots(userId).get(userId, slot))
                .thenApply(report -> report.schedule().map(told));
    }

    private EntrySlot<S> slots(int userId) {
        return userId > MOST_USERS ? extended : slots;
    }
}
