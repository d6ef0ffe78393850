package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.lock.schedule.Entries;
import org.lockcredentials.zwave.lock.schedule.Entry;
import org.lockcredentials.zwave.lock.schedule.LockTimeZone;
import org.lockcredentials.zwave.lock.schedule.Page;
import org.lockcredentials.zwave.lock.schedule.SlotPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The schedules of a lock's users.
 *
 * <p>Replacing them never opens the door to somebody who was kept out: what is wanted is put first, the rest is erased after that, and a user who
 * shall have none is let in at all times only when all slots are erased. Broken off anywhere, the user has some of the old times and some of
 * the new.
 */
final class LockSchedules {

    private static final Logger log = LoggerFactory.getLogger(LockSchedules.class);

    /** Nobody but this host is likely to write in the moment between reading schedules and replacing them. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private record Seen(Page page, Instant until) {}

    private final LockEndpoint lock;
    private final LockSite site;
    private final ScheduleBook book;
    private final LockClock clock;
    private final ScheduledUsers scheduled;
    private final Map<Integer, Seen> seen = new HashMap<>();

    LockSchedules(LockEndpoint lock, LockSite site, ScheduleBook book, LockClock clock) {
        this.lock = lock;
        this.site = site;
        this.book = book;
        this.clock = clock;
        this.scheduled = new ScheduledUsers(site.notes());
    }

    Map<ScheduleKind, Integer> slots() {
        return book.offer().slots();
    }

    /** Looks after the clock as long as somebody has schedules; a lock that is away is looked at the next time. */
    void keepTime() {
        if (!scheduled.all().isEmpty()) {
            clock.look().exceptionally(failure -> {
                log.debug("the clock of {} cannot be looked after now: {}", lock.id(), failure.getMessage());
                return null;
            });
        }
    }

    /** Always asks the lock. */
    CompletableFuture<List<Schedule>> read(int userId) {
        return look(userId).thenApply(page -> Entries.schedules(page.entries(), book.zone(site.zone())));
    }

    CompletableFuture<Outcome> write(int userId, List<Schedule> schedules) {
        Set<Entry> wanted;
        try {
            wanted = entries(schedules);
        } catch (LockCredentialException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return current(userId).thenCompose(page -> replace(userId, page, wanted));
    }

    /** What the lock's slots and its clock cannot express. */
    List<Finding> objections(List<Schedule> schedules) {
        try {
            entries(schedules);
            return List.of();
        } catch (LockCredentialException refused) {
            return refused.findings();
        }
    }

    private Set<Entry> entries(List<Schedule> schedules) {
        return Entries.of(
                schedules, new LockTimeZone(book.zone(site.zone()), lock.now().get()), book.offer());
    }

    /** Hears what the lock says without being asked: what was seen of a user may hold no more. */
    void heard(Command command) {
        book.changed(command).ifPresent(changed -> {
            seen.remove(changed.userId());
            if (changed.atLock()) {
                lock.tell(new LockEvent.UserChange(
                        lock.id(),
                        lock.now().get(),
                        LockEvent.Change.MODIFIED,
                        UserCredentialEvents.actor(changed.userId())));
            }
        });
    }

    /** What a deleted user leaves behind would bind the next one in the place; what cannot be cleared stays noted. */
    CompletableFuture<Void> userDeleted(int userId) {
        seen.remove(userId);
        if (!scheduled.contains(userId)) {
            return CompletableFuture.completedFuture(null);
        }
        return write(userId, List.of()).handle((outcome, failure) -> null);
    }

    CompletableFuture<Void> allUsersDeleted() {
        CompletableFuture<Void> cleared = CompletableFuture.completedFuture(null);
        for (int userId : scheduled.all()) {
            cleared = cleared.thenCompose(before -> userDeleted(userId));
        }
        seen.clear();
        return cleared;
    }

    private CompletableFuture<Page> current(int userId) {
        Seen last = seen.get(userId);
        return last != null && last.until().isAfter(lock.now().get())
                ? CompletableFuture.completedFuture(last.page())
                : look(userId);
    }

    private CompletableFuture<Page> look(int userId) {
        seen.remove(userId);
        return book.read(userId).thenApply(page -> {
            seen.put(userId, new Seen(page, lock.now().get().plus(REMEMBERED)));
            return page;
        });
    }

    private CompletableFuture<Outcome> replace(int userId, Page page, Set<Entry> wanted) {
        SlotPlan plan = SlotPlan.of(page, wanted, book.offer());
        Optional<Boolean> enforce = enforce(userId, page, wanted, plan);
        if (plan.isEmpty() && enforce.isEmpty()) {
            return CompletableFuture.completedFuture(Outcome.NO_CHANGE);
        }
        seen.remove(userId);
        if (!wanted.isEmpty()) {
            scheduled.add(userId);
        }
        return clock.look()
                .thenCompose(done -> new ScheduleRewrite(book, userId).run(plan, enforce))
                .thenApply(outcome -> {
                    if (wanted.isEmpty()) {
                        scheduled.remove(userId);
                    }
                    return outcome;
                });
    }

    /**
     * Whether the lock has to be told to go by the schedules, or not to. One that does not tell whether it does is told whenever erasing came last,
     * since only putting switches schedules on by itself.
     */
    private Optional<Boolean> enforce(int userId, Page page, Set<Entry> wanted, SlotPlan plan) {
        boolean wants = !wanted.isEmpty();
        if (page.enforced().isPresent()) {
            return page.enforced().get() == wants ? Optional.empty() : Optional.of(wants);
        }
        boolean told = wants ? !plan.erasures().isEmpty() : !plan.isEmpty() || scheduled.contains(userId);
        return told ? Optional.of(wants) : Optional.empty();
    }
}
