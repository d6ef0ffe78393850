package org.lockcredentials.zwave.lock;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.activeschedule.ActiveScheduleEnable;
import org.lockcredentials.zwave.command.activeschedule.ActiveSlot;
import org.lockcredentials.zwave.command.activeschedule.ScheduleCapability;
import org.lockcredentials.zwave.command.activeschedule.ScheduleReportCode;
import org.lockcredentials.zwave.command.activeschedule.ScheduleTarget;
import org.lockcredentials.zwave.lock.ReadBack.Sight;
import org.lockcredentials.zwave.lock.schedule.ActiveScheduleTerms;
import org.lockcredentials.zwave.lock.schedule.Entry;
import org.lockcredentials.zwave.lock.schedule.Offer;
import org.lockcredentials.zwave.lock.schedule.Page;
import org.lockcredentials.zwave.lock.schedule.Place;
import org.lockcredentials.zwave.transport.Delivery;

/**
 * Slots of the users of a User Credential lock (Active Schedule CC v1, the target being a user of User Credential).
 *
 * <p>Reports name the next slot that is taken, so that reading costs what there is: the first slot of each kind and the taken ones.
 */
final class ActiveScheduleBook implements ScheduleBook {

    /** What a slot holds and where to go on; the content is as in {@link Page#taken()}, empty if the slot is free. */
    private record Told(int next, Optional<Optional<Entry>> content) {}

    private final LockEndpoint lock;
    private final Offer offer;
    private final ReadBack readBack;

    /** @param capability for targets of User Credential */
    ActiveScheduleBook(LockEndpoint lock, ScheduleCapability capability) {
        this.lock = lock;
        this.offer = ActiveScheduleTerms.offer(capability);
        this.readBack = new ReadBack(lock);
    }

    @Override
    public Offer offer() {
        return offer;
    }

    /** The class definition names no zone; a lock without one of its own has local time only. */
    @Override
    public ZoneId zone(ZoneId local) {
        return local;
    }

    @Override
    public CompletableFuture<Page> read(int userId) {
        Map<Place, Optional<Entry>> taken = new TreeMap<>();
        return chain(userId, ScheduleKind.YEAR_DAY, 1, taken)
                .thenCompose(done -> chain(userId, ScheduleKind.DAILY_REPEATING, 1, taken))
                .thenCompose(done -> lock.channel().get(new ActiveScheduleEnable.Get(target(userId))))
                .thenApply(report -> new Page(taken, Optional.of(report.enabled())));
    }

    private CompletableFuture<Void> chain(int userId, ScheduleKind kind, int slot, Map<Place, Optional<Entry>> taken) {
        if (slot > offer.slots(kind)) {
            return CompletableFuture.completedFuture(null);
        }
        return read(userId, new Place(kind, slot)).thenCompose(told -> {
            told.content().ifPresent(content -> taken.put(new Place(kind, slot), content));
            if (told.next() == 0) {
                return CompletableFuture.completedFuture(null);
            }
            return told.next() > slot && told.next() <= offer.slots(kind)
                    ? chain(userId, kind, told.next(), taken)
                    : Failures.<Void>failed(Reason.REJECTED, "the lock names no sensible slot after " + slot);
        });
    }

    @Override
    public CompletableFuture<Outcome> put(int userId, Place place, Entry entry) {
        return write(userId, place, Optional.of(entry));
    }

    @Override
    public CompletableFuture<Outcome> erase(int userId, Place place) {
        return write(userId, place, Optional.empty());
    }

    @Override
    public CompletableFuture<Outcome> enforce(int userId, boolean enforced) {
        ScheduleTarget target = target(userId);
        return lock.channel()
                .set(new ActiveScheduleEnable.Set(target, enforced))
                .thenCompose(delivery -> outcome(
                        delivery,
                        report -> report.enabled() == enforced,
                        () -> lock.channel().get(new ActiveScheduleEnable.Get(target))));
    }

    @Override
    public Optional<Changed> changed(Command report) {
        if (report instanceof ActiveSlot.Report<?> slot) {
            return changed(slot.target(), slot.reason());
        } else if (report instanceof ActiveScheduleEnable.Report enable) {
            return changed(enable.target(), enable.reason());
        }
        return Optional.empty();
    }

    private static Optional<Changed> changed(ScheduleTarget target, ScheduleReportCode reason) {
        return target.commandClass() == CommandClass.USER_CREDENTIAL.id()
                        && !reason.equals(ScheduleReportCode.RESPONSE_TO_GET)
                ? Optional.of(new Changed(target.id(), reason.equals(ScheduleReportCode.MODIFIED_EXTERNALLY)))
                : Optional.empty();
    }

    private CompletableFuture<Outcome> write(int userId, Place place, Optional<Entry> entry) {
        return place.kind() == ScheduleKind.YEAR_DAY
                ? write(
                        ActiveSlot.YEAR_DAY,
                        userId,
                        place.slot(),
                        entry.map(Entry.Year.class::cast).map(ActiveScheduleTerms::of),
                        told -> told.map(ActiveScheduleTerms::entry).equals(entry.map(Optional::of)))
                : write(
                        ActiveSlot.DAILY_REPEATING,
                        userId,
                        place.slot(),
                        entry.map(Entry.Daily.class::cast).map(ActiveScheduleTerms::of),
                        told -> told.map(ActiveScheduleTerms::entry).equals(entry.map(Optional::of)));
    }

    private <S> CompletableFuture<Outcome> write(
            ActiveSlot<S> kind, int userId, int slot, Optional<S> schedule, Predicate<Optional<S>> asWritten) {
        ScheduleTarget target = target(userId);
        return lock.channel()
                .set(kind.set(target, slot, schedule))
                .thenCompose(delivery -> outcome(
                        delivery,
                        report -> asWritten.test(report.schedule()),
                        () -> lock.channel().get(kind.get(target, slot))));
    }

    private <R extends Command> CompletableFuture<Outcome> outcome(
            Delivery delivery, Predicate<R> asWritten, Supplier<CompletableFuture<R>> look) {
        return readBack.outcome(
                delivery,
                () -> look.get().thenApply(report -> asWritten.test(report) ? Sight.AS_WRITTEN : Sight.DIFFERENT));
    }

    private CompletableFuture<Told> read(int userId, Place place) {
        return place.kind() == ScheduleKind.YEAR_DAY
                ? read(ActiveSlot.YEAR_DAY, userId, place.slot(), ActiveScheduleTerms::entry)
                : read(ActiveSlot.DAILY_REPEATING, userId, place.slot(), ActiveScheduleTerms::entry);
    }

    private <S> CompletableFuture<Told> read(
            ActiveSlot<S> kind, int userId, int slot, Function<S, Optional<Entry>> entry) {
        return lock.channel()
                .get(kind.get(target(userId), slot))
                .thenApply(
                        report -> new Told(report.nextSlot(), report.schedule().map(entry)));
    }

    private static ScheduleTarget target(int userId) {
        return new ScheduleTarget(CommandClass.USER_CREDENTIAL.id(), userId);
    }
}
