package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.security.Protection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is said with one node: one exchange at a time, in the order in which they were asked for.
 *
 * <p>An exchange with a sleeping node waits for its Wake Up Notification (SDS13782 §4.43.6); when nothing has waited for a moment the node is
 * told so, since one answer is often the reason for the next question.
 */
public final class NodeSession {

    private static final Logger log = LoggerFactory.getLogger(NodeSession.class);

    /** A node that was woken stays awake for ten seconds after it has heard something. */
    private static final Duration IDLE = Duration.ofSeconds(1);
    /** For a report that explains a refusal, or of a node that kept one to itself before. */
    private static final Duration BRIEFLY = Duration.ofMillis(500);

    private final int nodeId;
    private final Layer layer;
    private final Actor actor;
    private final Duration answerTime;
    private final CopyOnWriteArrayList<NodeListener> listeners = new CopyOnWriteArrayList<>();
    private final Deque<Exchange<?, ?>> waiting = new ArrayDeque<>();
    private final Set<Integer> supervised = new HashSet<>();
    /** Endpoints that once told nothing of use about the effect of an order. */
    private final Set<Integer> reportless = new HashSet<>();

    private Optional<Exchange<?, ?>> current = Optional.empty();
    private Cancellable timer = () -> {};
    private Cancellable idle = () -> {};
    private NodeKind kind = NodeKind.LISTENING;
    private boolean awake = true;
    /** Why nothing is sent any more. */
    private Optional<String> end = Optional.empty();

    NodeSession(int nodeId, Layer layer, Actor actor, Duration answerTime) {
        this.nodeId = nodeId;
        this.layer = layer;
        this.actor = actor;
        this.answerTime = answerTime;
    }

    /** Takes over what is known of the node: when it listens, and which of its endpoints support Supervision. */
    public void describe(NodeKind what, Set<Integer> supervisedEndpoints) {
        Set<Integer> endpoints = Set.copyOf(supervisedEndpoints);
        actor.execute(() -> {
            // Whoever gets to know a sleeping node does so while it is awake.
            awake = what != NodeKind.SLEEPING || kind == NodeKind.SLEEPING && awake;
            kind = what;
            supervised.clear();
            supervised.addAll(endpoints);
            reportless.clear();
            pump();
        });
    }

    /** Hears of everything that comes from the node from now on. */
    public void listen(NodeListener listener) {
        listeners.add(listener);
    }

    /** Whoever listened hears no more of the node. */
    public void listenNoMore() {
        listeners.clear();
    }

    /** Answers a question of the node's, out of turn: a node that asks is awake and waits. What becomes of the answer is the node's matter. */
    public void reply(int endpoint, Command report) {
        if (end.isPresent()) {
            return;
        }
        Envelope.Options options = new Envelope.Options(false, Duration.ZERO);
        layer.send(new Envelope(new Address(nodeId, endpoint), report, options)).exceptionally(failure -> {
            log.debug("node {} did not take {}: {}", nodeId, report.type(), failure.getMessage());
            return Delivery.RECEIVED;
        });
    }

    /** The way to one endpoint, 0 being the root device. */
    public CommandChannel endpoint(int endpoint) {
        return new Channel(new Address(nodeId, endpoint), Optional.empty());
    }

    /** The same with every command in the given protection, whatever the node usually takes. */
    public CommandChannel endpoint(int endpoint, Protection protection) {
        return new Channel(new Address(nodeId, endpoint), Optional.of(protection));
    }

    void received(Envelope envelope) {
        Command command = envelope.command();
        Address from = envelope.address();
        boolean answer = false;
        if (current.isPresent() && current.get().hear(envelope)) {
            answer = current.get().kind == Exchange.Kind.QUESTION;
            // The root device may answer for an end point.
            from = current.get().envelope.address();
            settle(current.get());
        }
        boolean solicited = answer;
        int endpoint = from.endpoint();
        listeners.forEach(each -> each.heard(endpoint, command, solicited));
        if (command instanceof WakeUp.Notification && kind == NodeKind.SLEEPING) {
            awake = true;
            pump();
            rest();
        }
    }

    /** The node told something about these command classes that could not be trusted. */
    void dropped(Collection<Integer> commandClasses) {
        if (current.isPresent() && current.get().dropped(commandClasses)) {
            settle(current.get());
        }
    }

    /** For good: nothing is sent any more, and whoever asks for it is told why. */
    void close(String why) {
        end = Optional.of(why);
        listenNoMore();
        giveUp(why);
    }

    /** Fails all that was asked for until now with CLOSED. */
    void giveUp(String why) {
        timer.cancel();
        idle.cancel();
        List<Exchange<?, ?>> open = new ArrayList<>(waiting);
        current.ifPresent(each -> open.add(0, each));
        waiting.clear();
        current = Optional.empty();
        open.forEach(each -> each.result.completeExceptionally(closed(why)));
    }

    private static TransportException closed(String why) {
        return new TransportException(TransportException.Kind.CLOSED, why);
    }

    private <T> CompletableFuture<T> enqueue(Exchange<?, T> exchange) {
        actor.execute(() -> {
            if (end.isPresent()) {
                exchange.result.completeExceptionally(closed(end.get()));
                return;
            }
            waiting.add(exchange);
            pump();
        });
        return exchange.result;
    }

    private void pump() {
        while (current.isEmpty() && awake && !waiting.isEmpty()) {
            Exchange<?, ?> next = waiting.remove();
            if (!next.result.isDone()) {
                current = Optional.of(next);
                transmit(next);
            }
        }
    }

    private <R extends Command, T> void transmit(Exchange<R, T> exchange) {
        exchange.attempts++;
        layer.send(carried(exchange)).whenComplete((delivery, failure) -> {
            if (failure == null) {
                exchange.delivered(delivery);
                settle(exchange);
            } else {
                failed(exchange, TransportException.cause(failure));
            }
        });
    }

    private Envelope carried(Exchange<?, ?> exchange) {
        Envelope envelope = exchange.envelope;
        int endpoint = envelope.address().endpoint();
        boolean wanted = envelope.options().supervised()
                || exchange.kind == Exchange.Kind.ORDER && reportless.contains(endpoint);
        Envelope.Options options = envelope.options()
                .supervised(wanted && supervised.contains(endpoint))
                .attempts(kind.attempts());
        return new Envelope(envelope.address(), envelope.command(), options);
    }

    private <R extends Command, T> void settle(Exchange<R, T> exchange) {
        if (!isCurrent(exchange)) {
            return;
        }
        Optional<T> outcome = exchange.outcome();
        if (outcome.isPresent()) {
            conclude(exchange, outcome.get());
        } else if (exchange.isDelivered()) {
            timer.cancel();
            Duration patience = exchange.envelope.options().patience().plus(kind.extraPatience());
            if (exchange.isReportUnusable()) {
                waited(exchange, patience);
            } else {
                Duration wait = isHopeless(exchange) && patience.compareTo(BRIEFLY) > 0 ? BRIEFLY : patience;
                timer = actor.after(wait, () -> waited(exchange, patience.minus(wait)));
            }
        }
    }

    /** Whether a report may still come, but is not to be counted on. */
    private boolean isHopeless(Exchange<?, ?> exchange) {
        return exchange.kind == Exchange.Kind.ORDER
                && (exchange.isRefused()
                        || reportless.contains(exchange.envelope.address().endpoint()));
    }

    /** @param left of the time that the node may take */
    private <R extends Command, T> void waited(Exchange<R, T> exchange, Duration left) {
        Optional<T> outcome = exchange.outcomeAfterWaiting(left);
        if (outcome.isPresent()) {
            conclude(exchange, outcome.get());
        } else if (exchange.attempts < kind.attempts()) {
            transmit(exchange);
        } else {
            String message = exchange.envelope.address() + " did not answer "
                    + exchange.envelope.command().type();
            failed(exchange, new TransportException(TransportException.Kind.UNCERTAIN, message));
        }
    }

    private <R extends Command, T> void conclude(Exchange<R, T> exchange, T outcome) {
        if (exchange.isReportless()
                && reportless.add(exchange.envelope.address().endpoint())) {
            log.debug("{} does not report what becomes of its orders", exchange.envelope.address());
        }
        finish(() -> exchange.result.complete(outcome));
    }

    private <R extends Command, T> void failed(Exchange<R, T> exchange, Throwable failure) {
        if (!isCurrent(exchange)) {
            return;
        }
        if (exchange.hasHeard()) {
            // Who answers has got the command, though the acknowledgement was lost.
            exchange.delivered(Delivery.RECEIVED);
            settle(exchange);
            return;
        }
        Throwable meaning =
                exchange.kind == Exchange.Kind.QUESTION || !(failure instanceof TransportException transport)
                        ? failure
                        : transport.ofChange();
        if (kind == NodeKind.SLEEPING
                && meaning instanceof TransportException reason
                && reason.kind() == TransportException.Kind.UNREACHABLE) {
            log.debug("node {} fell asleep again; what waits for it goes on waiting", nodeId);
            timer.cancel();
            current = Optional.empty();
            awake = false;
            waiting.addFirst(exchange);
            return;
        }
        finish(() -> exchange.result.completeExceptionally(meaning));
    }

    private boolean isCurrent(Exchange<?, ?> exchange) {
        return current.filter(each -> each == exchange).isPresent();
    }

    private void finish(Runnable completion) {
        timer.cancel();
        current = Optional.empty();
        completion.run();
        pump();
        rest();
    }

    private void rest() {
        if (kind == NodeKind.SLEEPING) {
            idle.cancel();
            idle = actor.after(IDLE, this::sleep);
        }
    }

    private void sleep() {
        if (current.isPresent() || !awake || kind != NodeKind.SLEEPING) {
            return;
        }
        awake = false;
        Envelope.Options options = new Envelope.Options(false, Duration.ZERO);
        layer.send(new Envelope(new Address(nodeId, 0), new WakeUp.NoMoreInformation(), options))
                .exceptionally(asleep -> Delivery.RECEIVED);
    }

    private final class Channel implements CommandChannel {

        private final Address address;
        private final Optional<Protection> protection;

        Channel(Address address, Optional<Protection> protection) {
            this.address = address;
            this.protection = protection;
        }

        @Override
        public <R extends Command> CompletableFuture<R> get(Request<R> question) {
            Envelope envelope = new Envelope(address, question, new Envelope.Options(false, answerTime, protection));
            return enqueue(new Exchange<R, R>(
                    envelope,
                    Exchange.Kind.QUESTION,
                    question::answer,
                    (delivery, heard) -> heard,
                    (delivery, heard, left) -> heard));
        }

        @Override
        public CompletableFuture<Delivery> set(Command command, Duration extra) {
            return enqueue(new Exchange<Command, Delivery>(
                    new Envelope(address, command, new Envelope.Options(true, answerTime.plus(extra), protection)),
                    Exchange.Kind.CHANGE,
                    heard -> Optional.empty(),
                    (delivery, heard) -> Optional.of(delivery),
                    (delivery, heard, left) -> Optional.of(delivery)));
        }

        @Override
        public <R extends Command> CompletableFuture<Effect<R>> order(Request<R> command, Duration extra) {
            Envelope envelope =
                    new Envelope(address, command, new Envelope.Options(false, answerTime.plus(extra), protection));
            return enqueue(new Exchange<R, Effect<R>>(
                    envelope,
                    Exchange.Kind.ORDER,
                    command::answer,
                    (delivery, heard) -> heard.isPresent() || delivery == Delivery.DONE || delivery == Delivery.SILENT
                            ? Optional.of(new Effect<>(delivery, heard, Duration.ZERO))
                            : Optional.empty(),
                    (delivery, heard, left) -> Optional.of(new Effect<>(delivery, heard, left))));
        }
    }
}
