package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockcredentials.Finding;
import org.lockcredentials.Leftover;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
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

    /** What another controller wrote and the model has no word for is not among them. */
    CompletableFuture<List<Schedule>> read(int user) {
        return existing(user).thenCompose(there -> {
            CompletableFuture<List<Schedule>> all = CompletableFuture.completedFuture(List.of());
            for (ScheduleBook book : books) {
                all = all.thenCompose(before -> SchedulePage.read(book, user)
                        .thenApply(page -> Stream.concat(before.stream(), page.readable().values().stream())
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
            if (!isBound(user) && !follows(there.type(), wanted)) {
                return Failures.failed(Reason.INVALID, ignored(there.type()));
            }
            CompletableFuture<Boolean> changed = CompletableFuture.completedFuture(false);
            for (ScheduleBook book : books) {
                List<Schedule> ofKind = wanted.stream()
                        .filter(each -> each.kind() == book.kind())
                        .toList();
                changed = changed.thenCompose(before -> SchedulePage.read(book, user)
                        .thenCompose(page -> new ScheduleRewrite(book, user, notes).run(page, ofKind))
                        .thenApply(now -> before || now));
            }
            return changed.thenCompose(now -> bind(there, wanted, now));
        });
    }

    /** Takes away the holidays that were written through users who are gone. Fails with what is left; the users are not there any more. */
    CompletableFuture<Void> usersDeleted(IntPredicate whose) {
        CompletableFuture<List<Leftover>> cleared = CompletableFuture.completedFuture(new ArrayList<>());
        for (ScheduleBook book : books) {
            if (book.kind() == ScheduleKind.HOLIDAY) {
                for (Map.Entry<Integer, Integer> note :
                        notes.read(Subject.HOLIDAY).entrySet()) {
                    int slot = note.getKey();
                    int user = note.getValue();
                    if (whose.test(user)) {
                        cleared = cleared.thenCompose(left -> new ScheduleRewrite(book, user, notes)
                                .clear(slot)
                                .handle((done, failure) -> {
                                    if (failure != null) {
                                        left.add(new Leftover.LeftSchedule(user, book.kind(), slot));
                                    }
                                    return left;
                                }));
                    }
                }
            }
        }
        return cleared.thenAccept(left -> {
            if (!left.isEmpty()) {
                throw Failures.of(
                                Reason.TIMEOUT,
                                "who was to be deleted is gone, and holidays that came with them are not")
                        .leaving(left);
            }
        });
    }

    /** What the lock's clock cannot express, and times for a user whom the lock lets in by none. */
    List<Finding> objections(UserUpdate user, List<Schedule> schedules) {
        List<Finding> findings = new ArrayList<>();
        for (Schedule schedule : schedules) {
            try {
                if (has(schedule.kind())) {
                    local.of(schedule);
                }
            } catch (LockCredentialException inexpressible) {
                findings.add(
                        new Finding("schedules", inexpressible.reason(), String.valueOf(inexpressible.getMessage())));
            }
        }
        boolean bound = user.index().isPresent() && isBound(user.index().getAsInt());
        user.type()
                .filter(type -> !bound && !follows(type, schedules))
                .ifPresent(type -> findings.add(Finding.invalid("schedules", ignored(type))));
        return findings;
    }

    private boolean has(ScheduleKind kind) {
        return books.stream().anyMatch(book -> book.kind() == kind);
    }

    private void offered(Schedule schedule) {
        if (!has(schedule.kind())) {
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

    private CompletableFuture<Outcome> bind(User user, List<Schedule> wanted, boolean changed) {
        Outcome outcome = changed ? Outcome.CONFIRMED : Outcome.NO_CHANGE;
        UserType type = typeFor(wanted);
        boolean ours = user.type() == UserType.GENERAL || isBound(user.index());
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

    /** True of a user whom schedules alone made one of a type with schedules. */
    private boolean isBound(int user) {
        return notes.read(Subject.RESTRICTED).containsKey(user);
    }

    /** True of the types of a user that schedules bind, and of one that they may. */
    static boolean mayBind(UserType type) {
        return switch (type) {
            case GENERAL, WEEK_DAY, YEAR_DAY, SCHEDULE_RESTRICTED -> true;
            default -> false;
        };
    }

    /** True if the lock lets such a user in by these times; it holds those of any type, and goes by them for few (UserTypeEnum, 5.2.6). */
    private static boolean follows(UserType type, List<Schedule> wanted) {
        Set<ScheduleKind> kinds = personal(wanted);
        return switch (type) {
            case GENERAL, SCHEDULE_RESTRICTED -> true;
            case WEEK_DAY -> !kinds.contains(ScheduleKind.YEAR_DAY);
            case YEAR_DAY -> !kinds.contains(ScheduleKind.WEEK_DAY);
            default -> kinds.isEmpty();
        };
    }

    private static String ignored(UserType type) {
        return "a Matter lock ignores these schedules of a user of type " + type
                + "; the type must be GENERAL, SCHEDULE_RESTRICTED, or that of the schedules' one kind";
    }

    private static UserType typeFor(List<Schedule> wanted) {
        Set<ScheduleKind> kinds = personal(wanted);
        if (kinds.isEmpty()) {
            return UserType.GENERAL;
        }
        if (kinds.size() > 1) {
            return UserType.SCHEDULE_RESTRICTED;
        }
        return kinds.contains(ScheduleKind.WEEK_DAY) ? UserType.WEEK_DAY : UserType.YEAR_DAY;
    }

    /** Of which kinds there are some for the user alone. */
    private static Set<ScheduleKind> personal(List<Schedule> schedules) {
        return schedules.stream()
                .map(Schedule::kind)
                .filter(kind -> kind != ScheduleKind.HOLIDAY)
                .collect(Collectors.toSet());
    }
}
