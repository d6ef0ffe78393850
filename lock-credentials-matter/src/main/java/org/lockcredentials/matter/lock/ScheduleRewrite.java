package org.lockcredentials.matter.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
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
    CompletableFuture<Boolean> run(Map<Integer, Schedule> page, List<Schedule> wanted) {
        return run(page, wanted, true);
    }

    private CompletableFuture<Boolean> run(Map<Integer, Schedule> page, List<Schedule> wanted, boolean splitting) {
        Map<Integer, Schedule> surplus = removable(page);
        List<Schedule> missing = new ArrayList<>(wanted);
        page.forEach((slot, schedule) -> {
            if (missing.remove(schedule)) {
                surplus.remove(slot);
            }
        });
        TreeSet<Integer> free = new TreeSet<>(IntStream.rangeClosed(1, book.slots())
                .filter(slot -> !page.containsKey(slot))
                .boxed()
                .toList());
        if (missing.size() > free.size() + surplus.size()) {
            return Failures.failed(Reason.FULL, "the lock has " + book.slots() + " schedules of kind " + book.kind());
        }
        CompletableFuture<Boolean> done = CompletableFuture.completedFuture(false);
        List<Integer> written = new ArrayList<>();
        for (Schedule schedule : missing) {
            Integer slot = free.isEmpty() ? surplus.keySet().iterator().next() : free.pollFirst();
            surplus.remove(slot);
            done = done.thenCompose(before -> set(slot, schedule)).thenApply(set -> {
                written.add(slot);
                return true;
            });
        }
        for (Integer slot : surplus.keySet()) {
            done = done.thenCompose(before -> clear(slot));
        }
        return splitting
                ? done.exceptionallyCompose(failure -> inPieces(page, wanted, written, Failures.translated(failure)))
                : done;
    }

    /** Of a lock that takes a schedule in pieces only, and says no more than that it does not take it whole. */
    private CompletableFuture<Boolean> inPieces(
            Map<Integer, Schedule> page,
            List<Schedule> wanted,
            List<Integer> written,
            LockCredentialException refused) {
        List<Schedule> pieces = new ArrayList<>();
        for (Schedule schedule : wanted) {
            List<Schedule> own = book.pieces(schedule);
            pieces.addAll(own.isEmpty() ? List.of(schedule) : own);
        }
        boolean worthIt = refused.reason() == Reason.REJECTED && pieces.size() > wanted.size() && written.isEmpty();
        return worthIt ? run(page, pieces, false) : CompletableFuture.failedFuture(refused);
    }

    /** A holiday that was not written through this user is not this user's to remove. */
    private Map<Integer, Schedule> removable(Map<Integer, Schedule> page) {
        Map<Integer, Schedule> own = new TreeMap<>(page);
        if (book.kind() == ScheduleKind.HOLIDAY) {
            Map<Integer, Integer> noted = notes.read(Subject.HOLIDAY);
            own.keySet().removeIf(slot -> !Integer.valueOf(user).equals(noted.get(slot)));
        }
        return own;
    }

    private CompletableFuture<Boolean> set(int slot, Schedule schedule) {
        if (book.kind() == ScheduleKind.HOLIDAY) {
            notes.put(Subject.HOLIDAY, slot, user);
        }
        return book.set(slot, user, schedule).thenApply(done -> true);
    }

    private CompletableFuture<Boolean> clear(int slot) {
        return book.clear(slot, user).thenApply(done -> {
            if (book.kind() == ScheduleKind.HOLIDAY) {
                notes.remove(Subject.HOLIDAY, slot);
            }
            return true;
        });
    }
}
