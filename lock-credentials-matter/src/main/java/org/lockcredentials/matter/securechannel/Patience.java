package org.lockcredentials.matter.securechannel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.ExchangeManager;

/** Asks a busy node again when it said it would have time, section 4.11.1.5. */
final class Patience {

    /** Attempts in all. */
    static final int ATTEMPTS = 4;

    /** A node that wants to be left alone for longer is left to the caller. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private static final Duration LEAST_WAIT = Duration.ofMillis(100);

    private final ExchangeManager exchanges;

    Patience(ExchangeManager exchanges) {
        this.exchanges = exchanges;
    }

    /** Completes as the last attempt does. */
    <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> attempt) {
        CompletableFuture<T> result = new CompletableFuture<>();
        ask(attempt, ATTEMPTS, result);
        return result;
    }

    private <T> void ask(Supplier<CompletableFuture<T>> attempt, int attempts, CompletableFuture<T> result) {
        begun(attempt).whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
                return;
            }
            Throwable cause = Handshake.unwrapped(failure);
            Duration wait = wait(cause);
            if (attempts > 1 && !wait.isNegative()) {
                exchanges.later(wait, () -> ask(attempt, attempts - 1, result));
            } else {
                result.completeExceptionally(cause);
            }
        });
    }

    /** What cannot even begin, because the keys it needs are wiped, fails as the rest does. */
    private static <T> CompletableFuture<T> begun(Supplier<CompletableFuture<T>> attempt) {
        try {
            return attempt.get();
        } catch (ChannelException failure) {
            return CompletableFuture.failedFuture(failure);
        } catch (RuntimeException failure) {
            return CompletableFuture.failedFuture(
                    new ChannelException(Kind.CLOSED, "no attempt can begin any more", failure));
        }
    }

    /** How long to wait, negative if that does not help. */
    private static Duration wait(Throwable cause) {
        if (!(cause instanceof ChannelException known) || known.kind() != Kind.BUSY) {
            return Duration.ofNanos(-1);
        }
        Duration asked = known.retryAfter().orElse(LEAST_WAIT);
        if (asked.compareTo(LONGEST_WAIT) > 0) {
            return Duration.ofNanos(-1);
        }
        return asked.compareTo(LEAST_WAIT) < 0 ? LEAST_WAIT : asked;
    }
}
