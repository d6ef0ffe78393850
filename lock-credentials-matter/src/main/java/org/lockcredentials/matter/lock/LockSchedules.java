package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.matter.lock.LockNotes.Subject;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * The schedules of a lock's users, and the holidays of the lock.
 *
 * <p>A lock goes by a user's schedules only if the user is of a type with schedules. A general user who gets some is made one of such a type, and is
 * made general again when they are gone; that the driver did so is noted, so that nobody whom the host made of such a type is ever let in at all times.
 *
 * <p>A holiday holds for everybody and is told of every user; written through one user, it goes with what is written through that user next.
 */
final class LockSchedules {

    private final List<ScheduleBook> books;
    private final LocalSchedules local;
    private final UserReader reader;
    private final UserWriter writer;
    private final LockNotes notes;

    LockSchedules(
            List<ScheduleBook> books, LocalSchedules local, UserReader reader, UserWriter writer, LockNotes notes) {
        this.books = List.copyOf(books);
        this.local = local;
        this.reader = reader;
        this.writer = writer;
        this.notes = notes;
    }

    CompletableFuture<List<Schedule>> read(int user) {
        return existing(user).thenCompose(there -> {
            CompletableFuture<List<Schedule>> all = CompletableFuture.completedFuture(List.of());
            for (ScheduleBook book : books) {
                all = all.thenCompose(before -> page(book, user)
                        .thenApply(page -> Stream.concat(before.stream(), page.values().stream())
                                .toList()));
            }
            return all;
        });
    }

    CompletableFuture<Outcome> write(int user, List<Schedule> schedules) {
        List<Schedule> wanted;
        try {
            wanted = schedules.stream().map(local::of).toList();
            wanted.forEach(this::offered);
        } catch (LockCredentialException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return existing(user).thenCompose(there -> {
            CompletableFuture<Boolean> changed = CompletableFuture.completedFuture(false);
            for (ScheduleBook book : books) {
                List<Schedule> ofKind = wanted.stream()
                        .filter(each -> each.kind() == book.kind())
                        .toList();
                changed = changed.thenCompose(before -> page(book, user)
                        .thenCompose(page -> new ScheduleRewrite(book, user, notes).run(page, ofKind))
                        .thenApply(now -> before || now));
            }
            return changed.thenCompose(now -> bind(there, wanted, now));
        });
    }

    private void offered(Schedule schedule) {
        if (books.stream().noneMatch(book -> book.kind() == schedule.kind())) {
            throw Failures.of(Reason.UNSUPPORTED, "this lock does not offer schedules of kind " + schedule.kind());
        }
    }

    private CompletableFuture<User> existing(int user) {
        return reader.readUser(user).thenApply(state -> {
            if (state.occupancy() == Occupancy.FREE) {
                throw Failures.of(Reason.NOT_FOUND, "there is no user " + user);
            }
            return state.user().orElseGet(() -> User.general(user, Optional.empty()));
        });
    }

    private static CompletableFuture<Map<Integer, Schedule>> page(ScheduleBook book, int user) {
        CompletableFuture<Map<Integer, Schedule>> page = CompletableFuture.completedFuture(new TreeMap<>());
        for (int slot = 1; slot <= book.slots(); slot++) {
            int asked = slot;
            page = page.thenCompose(all -> book.get(asked, user).thenApply(found -> {
                found.ifPresent(schedule -> all.put(asked, schedule));
                return all;
            }));
        }
        return page;
    }

    private CompletableFuture<Outcome> bind(User user, List<Schedule> wanted, boolean changed) {
        Outcome outcome = changed ? Outcome.CONFIRMED : Outcome.NO_CHANGE;
        UserType type = typeFor(wanted);
        boolean ours = user.type() == UserType.GENERAL
                || notes.read(Subject.RESTRICTED).containsKey(user.index());
        if (!ours || type == user.type()) {
            return CompletableFuture.completedFuture(outcome);
        }
        if (type != UserType.GENERAL) {
            notes.put(Subject.RESTRICTED, user.index(), user.index());
        }
        return writer.retype(user.index(), Terms.of(type)).thenApply(done -> {
            if (type == UserType.GENERAL) {
                notes.remove(Subject.RESTRICTED, user.index());
            }
            return done;
        });
    }

    private static UserType typeFor(List<Schedule> wanted) {
        List<ScheduleKind> kinds = new ArrayList<>(wanted.stream()
                .map(Schedule::kind)
                .filter(kind -> kind != ScheduleKind.HOLIDAY)
                .distinct()
                .toList());
        if (kinds.isEmpty()) {
            return UserType.GENERAL;
        }
        if (kinds.size() > 1) {
            return UserType.SCHEDULE_RESTRICTED;
        }
        return kinds.get(0) == ScheduleKind.WEEK_DAY ? UserType.WEEK_DAY : UserType.YEAR_DAY;
    }
}
