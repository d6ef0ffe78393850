package org.lockcredentials.simulation;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent.LearnState;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.WriteMode;

/** Enrols one credential at a time from what somebody presents; its lock's monitor guards it. */
final class Learning {

    private final LockProfile profile;
    private final Refusals refusals;
    private final Writes writes;
    private final Announcer announcer;
    private final LockTime time;
    private final Executor monitor;
    private Optional<Course> course = Optional.empty();

    Learning(
            LockProfile profile,
            Refusals refusals,
            Writes writes,
            Announcer announcer,
            LockTime time,
            Executor monitor) {
        this.profile = profile;
        this.refusals = refusals;
        this.writes = writes;
        this.announcer = announcer;
        this.time = time;
        this.monitor = monitor;
    }

    CompletableFuture<Outcome> start(int userIndex, Credential place, Duration patience, String writer) {
        Capabilities.Credentials can = refusals.credentialInRange(place);
        if (!can.learnable()) {
            throw refusals.refusal(Reason.UNSUPPORTED, "it does not learn credentials of type " + place.type());
        }
        if (course.isPresent()) {
            throw refusals.refusal(Reason.REJECTED, "it is learning already");
        }
        refusals.credentialHolder(WriteMode.ADD, userIndex, place, can, writer);
        Course started = new Course(userIndex, place, patience, profile.learnSteps());
        course = Optional.of(started);
        announcer.learning(place, LearnState.STARTED, OptionalInt.of(started.stepsLeft));
        wind(started);
        return started.end;
    }

    /** True if what was presented was a step of learning. */
    boolean step(CredentialType type, Secret presented) {
        Optional<Course> matching = course.filter(it -> it.place.type() == type);
        matching.ifPresent(it -> step(it, presented));
        return matching.isPresent();
    }

    Outcome cancel() {
        Optional<Course> running = course;
        running.ifPresent(it -> fail(it, LearnState.ENDED, Reason.REJECTED, "learning was called off"));
        return running.isPresent() ? Outcome.CONFIRMED : Outcome.NO_CHANGE;
    }

    void powerLost() {
        course.ifPresent(it -> fail(it, LearnState.ENDED, Reason.UNREACHABLE, "the lock restarted while learning"));
    }

    private void step(Course it, Secret presented) {
        if (it.sample.filter(sample -> !sample.equals(presented)).isPresent()) {
            announcer.learning(it.place, LearnState.STEP_RETRY, OptionalInt.of(it.stepsLeft));
            wind(it);
            return;
        }
        it.sample = it.sample.or(() -> Optional.of(presented.copy()));
        it.stepsLeft--;
        if (it.stepsLeft > 0) {
            announcer.learning(it.place, LearnState.STEP_DONE, OptionalInt.of(it.stepsLeft));
            wind(it);
            return;
        }
        try {
            refusals.unique(it.place, presented);
        } catch (LockCredentialException duplicate) {
            fail(it, LearnState.ENDED, duplicate.reason(), "the lock holds this credential already");
            return;
        }
        writes.enrol(it.userIndex, it.place, presented);
        announcer.learning(it.place, LearnState.LEARNT, OptionalInt.of(0));
        end(it);
        it.end.complete(Outcome.CONFIRMED);
    }

    private void wind(Course it) {
        it.clock.cancel();
        it.clock = time.after(it.patience, () -> monitor.execute(() -> runOut(it)));
    }

    private void runOut(Course it) {
        if (course.filter(running -> running == it).isPresent()) {
            fail(it, LearnState.TIMED_OUT, Reason.TIMEOUT, "nobody presented a " + it.place.type());
        }
    }

    private void fail(Course it, LearnState state, Reason reason, String message) {
        announcer.learning(it.place, state, OptionalInt.empty());
        end(it);
        it.end.completeExceptionally(refusals.refusal(reason, message));
    }

    private void end(Course it) {
        it.clock.cancel();
        it.sample.ifPresent(Secret::wipe);
        course = Optional.empty();
    }

    private static final class Course {
        private final int userIndex;
        private final Credential place;
        private final Duration patience;
        private final CompletableFuture<Outcome> end = new CompletableFuture<>();
        private Optional<Secret> sample = Optional.empty();
        private Scheduler.Cancellable clock = () -> {};
        private int stepsLeft;

        private Course(int userIndex, Credential place, Duration patience, int stepsLeft) {
            this.userIndex = userIndex;
            this.place = place;
            this.patience = patience;
            this.stepsLeft = stepsLeft;
        }
    }
}
