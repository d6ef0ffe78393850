package org.lockcredentials.zwave.lock;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Outcome;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleEnable;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.lock.ReadBack.Sight;
import org.lockcredentials.zwave.lock.schedule.Entry;
import org.lockcredentials.zwave.lock.schedule.Offer;
import org.lockcredentials.zwave.lock.schedule.Page;
import org.lockcredentials.zwave.lock.schedule.Place;
import org.lockcredentials.zwave.lock.schedule.ScheduleEntryTerms;

/**
 * Slots of the users of a User Code lock (Schedule Entry Lock CC v1 to v4, SDS13781 §4.90 to §4.92).
 *
 * <p>A slot that is set switches the user to schedules of its kind and has the lock go by them; one that is erased does neither. Nothing
 * names the slots that are taken, so that reading asks for each. Users above 255 are named by the commands of version 4.
 */
final class ScheduleEntryBook implements ScheduleBook {

    private static final int LOCAL_TIME_SINCE = 2;

    private final LockEndpoint lock;
    private final Offer offer;
    private final int version;
    private final ReadBack readBack;

    ScheduleEntryBook(LockEndpoint lock, ScheduleSlots.Report slots, int version) {
        this.lock = lock;
        this.offer = ScheduleEntryTerms.offer(slots);
        this.version = version;
        this.readBack = new ReadBack(lock);
    }

    @Override
    public Offer offer() {
        return offer;
    }

    /** Version 1 counts in UTC (SDS13781 §4.91). */
    @Override
    public ZoneId zone(ZoneId local) {
        return version >= LOCAL_TIME_SINCE ? local : ZoneOffset.UTC;
    }

    @Override
    public CompletableFuture<Page> read(int userId) {
        Map<Place, Optional<Entry>> taken = new TreeMap<>();
        CompletableFuture<Void> read = CompletableFuture.completedFuture(null);
        for (ScheduleKind kind : ScheduleKind.values()) {
            for (int slot = 1; slot <= offer.slots(kind); slot++) {
                Place place = new Place(kind, slot);
                read = read.thenCompose(before -> read(userId, place))
                        .thenAccept(found -> found.ifPresent(content -> taken.put(place, content)));
            }
        }
        return read.thenApply(done -> new Page(taken, Optional.empty()));
    }

    @Override
    public CompletableFuture<Outcome> put(int userId, Place place, Entry entry) {
        return write(userId, place, Optional.of(entry));
    }

    @Override
    public CompletableFuture<Outcome> erase(int userId, Place place) {
        return write(userId, place, Optional.empty());
    }

    /** The lock does not tell this, so that it is certain only where the lock confirms. */
    @Override
    public CompletableFuture<Outcome> enforce(int userId, boolean enforced) {
        Command command = userId > EntryRow.MOST_USERS
                ? new ScheduleEnable.ExtendedSet(userId, enforced)
                : new ScheduleEnable.Set(userId, enforced);
        return lock.channel()
                .set(command)
                .thenCompose(
                        delivery -> readBack.outcome(delivery, () -> CompletableFuture.completedFuture(Sight.HIDDEN)));
    }

    private CompletableFuture<Outcome> write(int userId, Place place, Optional<Entry> entry) {
        return lock.channel()
                .set(command(userId, place, entry))
                .thenCompose(delivery -> readBack.outcome(
                        delivery,
                        () -> read(userId, place)
                                .thenApply(found ->
                                        found.equals(entry.map(Optional::of)) ? Sight.AS_WRITTEN : Sight.DIFFERENT)));
    }

    private static Command command(int userId, Place place, Optional<Entry> entry) {
        return row(place).set(userId, place.slot(), entry);
    }

    /** Empty if the slot is free; the entry within is empty if what it holds is no schedule. */
    private CompletableFuture<Optional<Optional<Entry>>> read(int userId, Place place) {
        return row(place).read(lock.channel(), userId, place.slot());
    }

    private static EntryRow<?, ?> row(Place place) {
        return Optional.<EntryRow<?, ?>>ofNullable(EntryRow.ALL.get(place.kind()))
                .orElseThrow(() -> new IllegalArgumentException("no slots of kind " + place.kind()));
    }
}
