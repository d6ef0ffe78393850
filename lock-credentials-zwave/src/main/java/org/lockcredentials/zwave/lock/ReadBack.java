package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.zwave.transport.Delivery;

/**
 * What becomes of a write, from what is known once it was delivered: a lock that did not say is asked, a few times, since
 * locks take their time to store or to move.
 */
final class ReadBack {

    /** What a lock shows of something that was written. */
    enum Sight {
        AS_WRITTEN,
        DIFFERENT,
        /** It does not show it. */
        HIDDEN
    }

    private static final int LOOKS = 3;
    /** At a lock that has long to go. */
    private static final int MOST_LOOKS = 5;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1500);

    private final LockEndpoint lock;

    ReadBack(LockEndpoint lock) {
        this.lock = lock;
    }

    /**
     * Completes with CONFIRMED or UNVERIFIED; fails with REJECTED if the lock says that it refused, and with TIMEOUT if nothing is to be seen of
     * it after some looks: a lock may still be storing, and what it will let in then must not pass for refused.
     */
    CompletableFuture<Outcome> outcome(Delivery delivery, Supplier<CompletableFuture<Sight>> look) {
        return outcome(delivery, Duration.ZERO, look);
    }

    /** @param left how much longer the lock may take than it does between looks */
    CompletableFuture<Outcome> outcome(Delivery delivery, Duration left, Supplier<CompletableFuture<Sight>> look) {
        Duration seldom = left.dividedBy(MOST_LOOKS - 1);
        Duration between = seldom.compareTo(BETWEEN_LOOKS) > 0 ? seldom : BETWEEN_LOOKS;
        int looks = Math.max(LOOKS, 1 + (int) left.plus(between).minusNanos(1).dividedBy(between));
        return switch (delivery) {
            case DONE -> CompletableFuture.completedFuture(Outcome.CONFIRMED);
            case REFUSED -> Failures.failed(Reason.REJECTED, "the lock refused");
            case RECEIVED, SILENT -> look(look, looks, between);
        };
    }

    private CompletableFuture<Outcome> look(Supplier<CompletableFuture<Sight>> look, int looks, Duration between) {
        return look.get().exceptionallyCompose(ReadBack::uncertain).thenCompose(sight -> switch (sight) {
            case AS_WRITTEN -> CompletableFuture.completedFuture(Outcome.CONFIRMED);
            case HIDDEN -> CompletableFuture.completedFuture(Outcome.UNVERIFIED);
            case DIFFERENT ->
                looks > 1
                        ? lock.after(between).thenCompose(elapsed -> look(look, looks - 1, between))
                        : Failures.<Outcome>failed(Reason.TIMEOUT, "the lock did not say what became of it");
        });
    }

    /** The write itself arrived, so that a lock which cannot be asked any more leaves it uncertain. */
    private static CompletableFuture<Sight> uncertain(Throwable failure) {
        LockCredentialException reason = Failures.translated(failure);
        return CompletableFuture.failedFuture(
                reason.reason() == Reason.UNREACHABLE
                        ? new LockCredentialException(Reason.TIMEOUT, String.valueOf(reason.getMessage()), reason)
                        : reason);
    }
}
