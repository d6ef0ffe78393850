package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.lock.LockNotes.Subject;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/**
 * Makes the slots of one kind hold what is wanted: what is there stays, what is new is put first into free slots, what is too much is cleared last.
 */
record ScheduleRewrite(ScheduleBook book, int user, LockNotes notes) {

    /** True if something was written. */
    CompletableFuture<Boolean> run(SchedulePage page, List<Schedule> wanted) {
        return run(page, wanted, true);
    }

    private CompletableFuture<Boolean> run(SchedulePage page, List<Schedule> wanted, boolean splitting) {
        TreeSet<Integer> surplus = removable(page);
        List<Schedule> missing = new ArrayList<>(wanted);
        page.readable().forEach((slot, schedule) -> {
            if (missing.remove(schedule)) {
                surplus.remove(slot);
            }
        });
        TreeSet<Integer> free = new TreeSet<>(IntStream.rangeClosed(1, book.slots())
                .filter(page::isFree)
                .boxed()
                .toList());
        if (missing.size() > free.size() + surplus.size()) {
            return Failures.failed(Reason.FULL, "the lock has " + book.slots() + " schedules of kind " + book.kind());
        }
        CompletableFuture<Boolean> done = CompletableFuture.completedFuture(false);
        List<Integer> written = new ArrayList<>();
        for (Schedule schedule : missing) {
            Integer slot = free.isEmpty() ? surplus.first() : free.pollFirst();
            surplus.remove(slot);
            done = done.thenCompose(before -> set(slot, schedule)).thenApply(set -> {
                written.add(slot);
                return true;
            });
        }
        for (Integer slot : surplus) {
            done = done.thenCompose(before -> clear(slot));
        }
        return splitting
                ? done.exceptionallyCompose(failure -> inPieces(page, wanted, written, Failures.translated(failure)))
                : done;
    }

    /** Of a lock that takes a schedule in pieces only, and says no more than that it does not take it whole. */
    private CompletableFuture<Boolean> inPieces(
            SchedulePage page, List<Schedule> wanted, List<Integer> written, LockCredentialException refused) {
        List<Schedule> pieces = new ArrayList<>();
        for (Schedule schedule : wanted) {
            List<Schedule> own = book.pieces(schedule);
            pieces.addAll(own.isEmpty() ? List.of(schedule) : own);
        }
        boolean worthIt = refused.reason() == Reason.REJECTED && pieces.size() > wanted.size() && written.isEmpty();
        return worthIt ? run(page, pieces, false) : CompletableFuture.failedFuture(refused);
    }

    /** A holiday that was not written through this user is not this user's to remove. */
    private TreeSet<Integer> removable(SchedulePage page) {
        TreeSet<Integer> own = new TreeSet<>(page.taken());
        if (book.kind() == ScheduleKind.HOLIDAY) {
            own.retainAll(holidaysOf(notes, user));
        }
        return own;
    }

    /** In which slots the holidays are that were written through this user. */
    static Set<Integer> holidaysOf(LockNotes notes, int user) {
        return notes.read(Subject.HOLIDAY).entrySet().stream()
                .filter(note -> note.getValue() == user)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private CompletableFuture<Boolean> set(int slot, Schedule schedule) {
        if (book.kind() == ScheduleKind.HOLIDAY) {
            notes.put(Subject.HOLIDAY, slot, user);
        }
        return book.set(slot, user, schedule).thenApply(done -> true);
    }

    private static boolean unlessGone(Throwable failure) {
        LockCredentialException refused = Failures.translated(failure);
        if (refused.reason() != Reason.NOT_FOUND) {
            throw refused;
        }
        return true;
    }

    CompletableFuture<Boolean> clear(int slot) {
        return book.clear(slot, user)
                .thenApply(done -> true)
                .exceptionally(ScheduleRewrite::unlessGone)
                .thenApply(done -> {
                    if (book.kind() == ScheduleKind.HOLIDAY) {
                        notes.remove(Subject.HOLIDAY, slot);
                    }
                    return true;
                });
    }
}
