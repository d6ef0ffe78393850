package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    /** What kind of answer is awaited. */
    enum Kind {
        /** Nothing is known before the answer. */
        QUESTION,
        /** The delivery is the answer. */
        CHANGE,
        /** A report of the effect, which some nodes keep to themselves. */
        ORDER
    }

    /** What follows from what is known, or empty if more is to be awaited. */
    @FunctionalInterface
    interface Verdict<R extends Command, T> {
        Optional<T> judge(Delivery delivery, Optional<R> heard);
    }

    /** What follows when nothing more is to be expected, or empty if that is too little. */
    @FunctionalInterface
    interface LastVerdict<R extends Command, T> {
        Optional<T> judge(Delivery delivery, Optional<R> heard, Duration left);
    }

    final Envelope envelope;
    final Kind kind;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private final Function<Command, Optional<R>> matcher;
    private final Verdict<R, T> verdict;
    private final LastVerdict<R, T> afterWaiting;
    private Optional<Delivery> delivery = Optional.empty();
    private Optional<R> heard = Optional.empty();
    private boolean unusable;
    int attempts;

    Exchange(
            Envelope envelope,
            Kind kind,
            Function<Command, Optional<R>> matcher,
            Verdict<R, T> verdict,
            LastVerdict<R, T> afterWaiting) {
        this.envelope = envelope;
        this.kind = kind;
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

    /** Takes that the node told something which could not be trusted; true if that was the report of this order, as far as can be told. */
    boolean dropped(Collection<Integer> commandClasses) {
        boolean mine = kind == Kind.ORDER
                && commandClasses.contains(envelope.command().type().commandClass());
        unusable |= mine;
        return mine;
    }

    /** Whether the report came, and was of no use. */
    boolean isReportUnusable() {
        return unusable && heard.isEmpty();
    }

    void delivered(Delivery what) {
        delivery = Optional.of(what);
    }

    /** What it has come to so far; an answer may overtake the word that the question was delivered. */
    Optional<T> outcome() {
        return verdict.judge(delivery.orElse(Delivery.RECEIVED), heard)
                .filter(o -> kind == Kind.QUESTION || delivery.isPresent());
    }

    /**
     * What it comes to when nothing more is heard.
     *
     * @param left of the time that the node may take
     */
    Optional<T> outcomeAfterWaiting(Duration left) {
        return afterWaiting.judge(delivery.orElse(Delivery.RECEIVED), heard, left);
    }

    boolean hasHeard() {
        return heard.isPresent();
    }

    boolean isDelivered() {
        return delivery.isPresent();
    }

    /** Whether the node has the command and says that it will not do it. */
    boolean isRefused() {
        return delivery.equals(Optional.of(Delivery.REFUSED));
    }

    /** Whether a report of the effect is missing, or of no use. */
    boolean isReportless() {
        return kind == Kind.ORDER && heard.isEmpty();
    }
}
