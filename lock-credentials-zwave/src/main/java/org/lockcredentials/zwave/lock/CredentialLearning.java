package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Credential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.LearnState;
import org.lockcredentials.zwave.command.usercredential.CredentialLearn;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.LearnStatus;
import org.lockcredentials.zwave.command.usercredential.Operation;
import org.lockcredentials.zwave.transport.Delivery;

/**
 * Has the lock enrol a credential (User Credential CC v1, Credential Learn Start, Cancel and Report).
 *
 * <p>A lock whose last report is lost is asked whether the credential is there; one that may still wait is told not to.
 *
 * <p>Touched by tasks of the network's actor only, after the command was handed over.
 */
final class CredentialLearning {

    /** How much longer than its own time-out for a step a lock may take to say that it gave up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final int MAX_STEP_SECONDS = 255;

    private static final Map<LearnStatus, LearnState> STATES = Map.of(
            LearnStatus.STARTED, LearnState.STARTED,
            LearnStatus.STEP_RETRY, LearnState.STEP_RETRY,
            LearnStatus.SUCCESS, LearnState.LEARNT,
            LearnStatus.TIMEOUT, LearnState.TIMED_OUT,
            LearnStatus.ENDED, LearnState.ENDED,
            LearnStatus.ALREADY_IN_PROGRESS, LearnState.ENDED,
            LearnStatus.INVALID_ADD, LearnState.ENDED,
            LearnStatus.INVALID_MODIFY, LearnState.ENDED);

    private static final Map<LearnStatus, Reason> FAILURES = Map.of(
            LearnStatus.TIMEOUT, Reason.TIMEOUT,
            LearnStatus.ENDED, Reason.REJECTED,
            LearnStatus.ALREADY_IN_PROGRESS, Reason.REJECTED,
            LearnStatus.INVALID_ADD, Reason.OCCUPIED,
            LearnStatus.INVALID_MODIFY, Reason.NOT_FOUND);

    private record Running(
            int userId, Credential place, CredentialType type, Duration step, CompletableFuture<Outcome> result) {

        boolean isMeant(CredentialLearn.Report report) {
            return !result.isDone() && type.equals(report.credentialType()) && place.slot() == report.slot();
        }
    }

    private final LockEndpoint lock;
    private final UserCredentialReader reader;
    private Optional<Running> running = Optional.empty();
    private int reports;

    CredentialLearning(LockEndpoint lock, UserCredentialReader reader) {
        this.lock = lock;
        this.reader = reader;
    }

    CompletableFuture<Outcome> start(int userIndex, Credential place, CredentialType type, Duration patience) {
        int seconds = (int) Math.min(Math.max(patience.toSeconds(), 1), MAX_STEP_SECONDS);
        Running learning =
                new Running(userIndex, place, type, Duration.ofSeconds(seconds).plus(GRACE), new CompletableFuture<>());
        lock.actor().execute(() -> {
            running = Optional.of(learning);
            reports = 0;
        });
        lock.channel()
                .set(new CredentialLearn.Start(userIndex, type, place.slot(), Operation.ADD, seconds))
                .whenComplete((delivery, failure) -> {
                    if (failure != null) {
                        learning.result.completeExceptionally(failure);
                    } else if (delivery == Delivery.REFUSED) {
                        unlessHeard(
                                GRACE,
                                () -> learning.result.completeExceptionally(
                                        Failures.of(Reason.REJECTED, "the lock does not start learning")));
                    } else {
                        patient(learning);
                    }
                });
        return learning.result;
    }

    CompletableFuture<Outcome> cancel() {
        CompletableFuture<Outcome> cancelled = new CompletableFuture<>();
        lock.actor().execute(() -> {
            if (running.filter(each -> !each.result.isDone()).isEmpty()) {
                cancelled.complete(Outcome.NO_CHANGE);
                return;
            }
            lock.channel().set(new CredentialLearn.Cancel()).whenComplete((delivery, failure) -> {
                if (failure != null) {
                    cancelled.completeExceptionally(failure);
                } else if (delivery == Delivery.REFUSED) {
                    cancelled.completeExceptionally(Failures.of(Reason.REJECTED, "the lock goes on learning"));
                } else {
                    cancelled.complete(delivery == Delivery.DONE ? Outcome.CONFIRMED : Outcome.UNVERIFIED);
                }
            });
        });
        return cancelled;
    }

    void heard(CredentialLearn.Report report) {
        Optional<org.lockcredentials.CredentialType> type = Terms.of(report.credentialType());
        boolean first = reports++ == 0;
        LearnState state = Optional.ofNullable(STATES.get(report.status())).orElse(LearnState.ENDED);
        LearnState told = state == LearnState.STARTED && !first ? LearnState.STEP_DONE : state;
        type.ifPresent(known -> lock.tell(new LockEvent.LearnProgress(
                lock.id(), lock.now().get(), known, report.slot(), told, OptionalInt.of(report.stepsRemaining()))));
        running.filter(each -> each.isMeant(report)).ifPresent(each -> step(each, report.status()));
    }

    private void step(Running learning, LearnStatus status) {
        if (status.equals(LearnStatus.SUCCESS)) {
            learning.result.complete(Outcome.CONFIRMED);
        } else if (FAILURES.containsKey(status)) {
            learning.result.completeExceptionally(Failures.of(
                            Optional.ofNullable(FAILURES.get(status)).orElse(Reason.REJECTED),
                            "the lock did not learn it")
                    .withStatus(status.code()));
        } else {
            patient(learning);
        }
    }

    /** Every step has the whole patience. */
    private void patient(Running learning) {
        unlessHeard(learning.step, () -> giveUp(learning));
    }

    /** The slot was free when learning began, so that what is there is what was learnt. */
    private void giveUp(Running learning) {
        lock.channel()
                .set(new CredentialLearn.Cancel())
                .thenCompose(cancelled -> reader.readCredential(learning.place, learning.type))
                .whenComplete((state, failure) -> {
                    if (failure == null && state.userIndex().equals(OptionalInt.of(learning.userId))) {
                        learning.result.complete(Outcome.CONFIRMED);
                    } else {
                        learning.result.completeExceptionally(
                                Failures.of(Reason.TIMEOUT, "nobody presented the credential"));
                    }
                });
    }

    private void unlessHeard(Duration time, Runnable otherwise) {
        int before = reports;
        lock.after(time).thenRun(() -> {
            if (reports == before) {
                otherwise.run();
            }
        });
    }
}
