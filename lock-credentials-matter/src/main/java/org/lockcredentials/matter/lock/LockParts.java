package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Finding;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.doorlock.DoorLockFeature;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** A lock that is known, by what it has. */
record LockParts(
        LockTraits traits,
        Capabilities capabilities,
        KnownUsers known,
        UserReader reader,
        UserWriter users,
        CredentialWriter credentials,
        UnansweredAdds unanswered,
        Optional<ProgrammingPin> programmingPin,
        Optional<LockSchedules> schedules,
        BoltControl bolt) {

    /** Asks the lock what it is. */
    static CompletableFuture<LockParts> of(LockEndpoint lock, LockSite site) {
        return lock.node().read(LockTraits.paths(lock.endpoint())).thenCompose(told -> {
            LockTraits traits = LockTraits.of(lock.endpoint(), told);
            ProgrammingPin pin = new ProgrammingPin(lock, traits);
            return has(traits, pin)
                    .thenApply(has -> of(lock, site, traits, told, has ? Optional.of(pin) : Optional.empty()));
        });
    }

    /** No attribute says whether the lock has one. */
    private static CompletableFuture<Boolean> has(LockTraits traits, ProgrammingPin pin) {
        boolean may = traits.has(DoorLockFeature.USER) && traits.has(DoorLockFeature.PIN_CREDENTIAL);
        return may
                ? pin.read().handle((told, failure) -> told == Occupancy.OCCUPIED)
                : CompletableFuture.completedFuture(false);
    }

    private static LockParts of(
            LockEndpoint lock, LockSite site, LockTraits traits, Attributes told, Optional<ProgrammingPin> pin) {
        Capabilities capabilities = MatterCapabilities.of(traits, pin.isPresent());
        KnownUsers known = new KnownUsers(traits.own());
        UserReader reader = new UserReader(lock, traits.users(), known);
        UserWriter users = new UserWriter(lock, traits, known, reader, site.notes());
        UnansweredAdds unanswered = new UnansweredAdds(site.scheduler());
        List<ScheduleBook> books = books(lock, site, traits, capabilities);
        return new LockParts(
                traits,
                capabilities,
                known,
                reader,
                users,
                new CredentialWriter(lock, known, reader, unanswered),
                unanswered,
                pin,
                books.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new LockSchedules(books, new LocalSchedules(site.zone()), reader, users, site.notes())),
                new BoltControl(lock, traits, told));
    }

    private static List<ScheduleBook> books(
            LockEndpoint lock, LockSite site, LockTraits traits, Capabilities capabilities) {
        List<ScheduleBook> books = new ArrayList<>();
        if (capabilities.schedules().containsKey(ScheduleKind.WEEK_DAY)) {
            books.add(new WeekDayBook(lock, traits.weekDays(), site.zone()));
        }
        if (capabilities.schedules().containsKey(ScheduleKind.YEAR_DAY)) {
            books.add(new YearDayBook(lock, traits.yearDays(), site.zone()));
        }
        if (capabilities.schedules().containsKey(ScheduleKind.HOLIDAY)) {
            books.add(new HolidayBook(lock, traits.holidays(), site.zone(), traits.holidayMode()));
        }
        return books;
    }

    /** What a deletion comes to once the holidays of those who were deleted are seen to. */
    CompletableFuture<Outcome> afterDeleting(
            Function<LockSchedules, CompletableFuture<Void>> cleaning, Outcome outcome) {
        return schedules
                .map(cleaning)
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .thenApply(done -> outcome);
    }

    /** What the lock cannot hold, by what it has. */
    List<Finding> objections(UserUpdate user, List<Schedule> wanted) {
        List<Finding> findings = new ArrayList<>(users.objections(user.name(), user.expiry()));
        schedules.ifPresent(each -> findings.addAll(each.objections(user, wanted)));
        return findings;
    }

    boolean hasUsers() {
        return capabilities.users().max() > 0;
    }
}
