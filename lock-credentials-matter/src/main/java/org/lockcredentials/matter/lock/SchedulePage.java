package org.lockcredentials.matter.lock;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.schedule.Schedule;

/**
 * What the slots of one kind hold; those that are not named are free.
 *
 * @param unreadable slots with something that the model has no word for: another controller's, and in force
 */
record SchedulePage(Map<Integer, Schedule> readable, Set<Integer> unreadable) {

    /** What one slot holds. */
    sealed interface Slot {

        record Free() implements Slot {}

        record Holds(Schedule schedule) implements Slot {}

        record Unreadable() implements Slot {}
    }

    static CompletableFuture<SchedulePage> read(ScheduleBook book, int user) {
        CompletableFuture<SchedulePage> page =
                CompletableFuture.completedFuture(new SchedulePage(new TreeMap<>(), new HashSet<>()));
        for (int slot = 1; slot <= book.slots(); slot++) {
            int asked = slot;
            page = page.thenCompose(all -> book.get(asked, user).thenApply(told -> all.with(asked, told)));
        }
        return page;
    }

    private SchedulePage with(int number, Slot slot) {
        if (slot instanceof Slot.Holds held) {
            readable.put(number, held.schedule());
        } else if (slot instanceof Slot.Unreadable) {
            unreadable.add(number);
        }
        return this;
    }

    boolean isFree(int slot) {
        return !readable.containsKey(slot) && !unreadable.contains(slot);
    }

    Set<Integer> taken() {
        Set<Integer> taken = new HashSet<>(readable.keySet());
        taken.addAll(unreadable);
        return taken;
    }
}
