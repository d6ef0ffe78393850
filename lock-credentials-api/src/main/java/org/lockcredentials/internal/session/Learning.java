package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Outcome;
import org.lockcredentials.Receipt;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.spi.LockDriver;

/** Has a lock enrol a credential itself, which takes as long as a person takes. */
final class Learning {

    /** A fingerprint is asked for some times over, each time with the lock's patience. */
    private static final int STEPS = 12;

    private final LockDesk desk;
    private final Survey survey;
    private final Places places;
    private final AtomicInteger underWay = new AtomicInteger();

    Learning(LockDesk desk, Survey survey, Places places) {
        this.desk = desk;
        this.survey = survey;
        this.places = places;
    }

    CompletableFuture<Receipt> learn(int userIndex, CredentialType type, Duration patience) {
        Duration time = desk.context().operationTimeout().plus(patience.multipliedBy(STEPS));
        return desk.run(
                time,
                List.of(),
                (turn, capabilities) -> UsersOfLock.valid(new Validation(capabilities, desk.context())
                                .learnable(type, patience)
                                .writableUser(userIndex))
                        .thenCompose(valid -> survey.existing(turn, capabilities, userIndex))
                        .thenCompose(user -> place(turn, capabilities, userIndex, type))
                        .thenCompose(place -> learn(turn, userIndex, place, patience))
                        .whenComplete((receipt, failure) -> desk.release(turn, failure)));
    }

    /** Does not wait for its turn: what it is to end has it. */
    CompletableFuture<Receipt> cancel() {
        return desk.queue()
                .aside(
                        desk.context().operationTimeout(),
                        turn -> desk.capabilities(turn)
                                .thenCompose(capabilities -> UsersOfLock.valid(any(capabilities)))
                                .thenCompose(valid -> underWay.get() == 0
                                        ? Shape.done(Outcome.NO_CHANGE)
                                        : turn.tell(LockDriver::cancelLearning))
                                .thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    private CompletableFuture<Credential> place(
            Turn turn, Capabilities capabilities, int userIndex, CredentialType type) {
        return Shape.slotIsUser(capabilities)
                ? Shape.done(new Credential(type, userIndex))
                : places.credential(turn, capabilities, type, turn);
    }

    private CompletableFuture<Receipt> learn(Turn turn, int userIndex, Credential place, Duration patience) {
        underWay.incrementAndGet();
        return turn.tell(driver -> driver.learn(userIndex, place, patience))
                .whenComplete((outcome, failure) -> underWay.decrementAndGet())
                .thenApply(outcome -> {
                    desk.memory().credentialWritten(userIndex, place);
                    return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
                });
    }

    private Validation any(Capabilities capabilities) {
        Validation validation = new Validation(capabilities, desk.context());
        if (capabilities.credentials().values().stream().noneMatch(Capabilities.Credentials::learnable)) {
            validation.unsupported("learning", "this lock does not enrol credentials itself");
        }
        return validation;
    }
}
