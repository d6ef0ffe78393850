package org.lockcredentials.zwave.transport;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.security.Protection;

/**
 * One command with all that belongs to it: a question and its answer, or a change and the report of its effect.
 *
 * <p>Touched by tasks of the network's actor only.
 *
 * @param <R> what is heard
 * @param <T> what it comes to
 */
final class Exchange<R extends Command, T> {

    /** What follows from what is known, or empty if more is to be awaited. */
    @FunctionalInterface
    interface Verdict<R extends Command, T> {
        Optional<T> judge(Delivery delivery, Optional<R> heard);
    }

    final Envelope envelope;
    final boolean question;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private final Function<Command, Optional<R>> matcher;
    private final Verdict<R, T> verdict;
    private final BiFunction<Delivery, Optional<R>, Optional<T>> afterWaiting;
    private Optional<Delivery> delivery = Optional.empty();
    private Optional<R> heard = Optional.empty();
    int attempts;

    Exchange(
            Envelope envelope,
            boolean question,
            Function<Command, Optional<R>> matcher,
            Verdict<R, T> verdict,
            BiFunction<Delivery, Optional<R>, Optional<T>> afterWaiting) {
        this.envelope = envelope;
        this.question = question;
        this.matcher = matcher;
        this.verdict = verdict;
        this.afterWaiting = afterWaiting;
    }

    /**
     * Takes what came from the node; true if it belongs to this exchange.
     *
     * <p>What was asked in a certain protection is answered in that (CC:009F.01.0D.11.003); all else the layers have judged.
     */
    boolean hear(Envelope received) {
        Address from = received.address();
        Optional<Protection> wanted = envelope.options().protection();
        if (wanted.isPresent() && !wanted.equals(received.options().protection())) {
            return false;
        }
        // Some nodes leave the endpoint out when they answer.
        if (from.endpoint() != envelope.address().endpoint() && from.endpoint() != 0) {
            return false;
        }
        Optional<R> match = matcher.apply(received.command());
        if (match.isEmpty()) {
            return false;
        }
        heard = match;
        return true;
    }

    void delivered(Delivery what) {
        delivery = Optional.of(what);
    }

    /** What it has come to so far; an answer may overtake the word that the question was delivered. */
    Optional<T> outcome() {
        return verdict.judge(delivery.orElse(Delivery.RECEIVED), heard).filter(o -> question || delivery.isPresent());
    }

    /** What it comes to when nothing more is heard. */
    Optional<T> outcomeAfterWaiting() {
        return afterWaiting.apply(delivery.orElse(Delivery.RECEIVED), heard);
    }

    boolean hasHeard() {
        return heard.isPresent();
    }

    boolean isDelivered() {
        return delivery.isPresent();
    }
}
