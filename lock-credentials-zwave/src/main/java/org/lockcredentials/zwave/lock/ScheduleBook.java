package org.lockcredentials.zwave.lock;

import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Outcome;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.lock.schedule.Entry;
import org.lockcredentials.zwave.lock.schedule.Offer;
import org.lockcredentials.zwave.lock.schedule.Page;
import org.lockcredentials.zwave.lock.schedule.Place;

/** The schedule slots of a lock's users, by the command class that it has for them: single questions and single writes. */
interface ScheduleBook {

    Offer offer();

    /** The zone in which the slots count, on a lock whose clock shows {@code local} time. */
    ZoneId zone(ZoneId local);

    /** Reads what a user has. */
    CompletableFuture<Page> read(int userId);

    /** Puts a schedule into a slot, free or not. */
    CompletableFuture<Outcome> put(int userId, Place place, Entry entry);

    CompletableFuture<Outcome> erase(int userId, Place place);

    /** Has the lock go by the user's schedules, or let the user in at all times. */
    CompletableFuture<Outcome> enforce(int userId, boolean enforced);

    /** What a report that nobody asked for tells of a user's schedules; empty if it tells nothing of them. */
    default Optional<Changed> changed(Command report) {
        return Optional.empty();
    }

    /** @param atLock whether it happened at the lock, and not over the radio */
    record Changed(int userId, boolean atLock) {}
}
