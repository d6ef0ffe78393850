package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.Actor;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.SendDataAbort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has one exchange with the module at a time, from its request to the last thing owed (INS12350 §6.5.2).
 *
 * <p>Ordinary exchanges wait while the session is held; urgent ones, by which the session itself is set up, do not.
 * Touched by tasks of its actor only.
 */
final class Exchanges {

    private static final Logger log = LoggerFactory.getLogger(Exchanges.class);

    /** Some modules of the 500 series take several seconds to respond. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);
    /** INS13954 §4.3.3.1. */
    private static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(65);
    /** An aborted transmission reports at once, unless the callback is lost for good. */
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);

    private sealed interface State {

        record Idle() implements State {}

        record Sending(Exchange exchange) implements State {}

        record Awaiting(Exchange exchange, Exchange.Owed owed, boolean aborted, Cancellable timeout) implements State {}
    }

    private static final State IDLE = new State.Idle();

    private final FrameLink link;
    private final Actor actor;
    private final BooleanSupplier canAbort;
    private final Runnable callbackMissing;
    private final Deque<Exchange> urgent = new ArrayDeque<>();
    private final Deque<Exchange> ordinary = new ArrayDeque<>();
    private State state = IDLE;
    private boolean held = true;
    private NodeIdBase base = NodeIdBase.EIGHT_BIT;

    /**
     * @param canAbort says if the module knows Send Data Abort
     * @param callbackMissing is run when the module owes a callback for good
     */
    Exchanges(FrameLink link, Actor actor, BooleanSupplier canAbort, Runnable callbackMissing) {
        this.link = link;
        this.actor = actor;
        this.canAbort = canAbort;
        this.callbackMissing = callbackMissing;
    }

    NodeIdBase base() {
        return base;
    }

    void base(NodeIdBase agreed) {
        base = agreed;
    }

    /** Starts an exchange when its turn comes; one that has not started by then fails with UNSENT. */
    void add(Exchange exchange, Duration deadline) {
        ordinary.add(exchange);
        Cancellable timeout = actor.after(deadline, () -> {
            if (ordinary.remove(exchange)) {
                exchange.fail(new LinkException(
                        LinkException.Kind.UNSENT, exchange.command().function() + " did not get its turn in time"));
            }
        });
        exchange.result().whenComplete((result, failure) -> timeout.cancel());
        pump();
    }

    /** Starts an exchange before all ordinary ones, held or not. */
    void addUrgent(Exchange exchange) {
        urgent.add(exchange);
        pump();
    }

    /** Lets ordinary exchanges wait; one under way goes on. */
    void hold() {
        held = true;
    }

    void resume() {
        held = false;
        pump();
    }

    /** Fails what the module was told or asked, since it will not answer any more; what was not sent goes on waiting. */
    void interrupt(LinkException reason) {
        List<Exchange> failing = new ArrayList<>(urgent);
        urgent.clear();
        if (state instanceof State.Awaiting awaiting) {
            awaiting.timeout.cancel();
            failing.add(0, awaiting.exchange);
            state = IDLE;
        } else if (state instanceof State.Sending sending) {
            // Its frame fails or is delivered on its own; nobody waits for what follows.
            failing.add(0, sending.exchange);
        }
        failing.forEach(exchange -> exchange.fail(reason));
        pump();
    }

    /** Fails everything. */
    void close(LinkException reason) {
        interrupt(reason);
        List<Exchange> failing = new ArrayList<>(ordinary);
        ordinary.clear();
        failing.forEach(exchange -> exchange.fail(reason));
    }

    /** Takes a frame that ends or continues the exchange under way; false if it is none of that. */
    boolean take(DataFrame frame) throws DecodeException {
        Optional<FunctionId> function = FunctionId.of(frame.function());
        if (frame.type() == DataFrame.Type.RESPONSE) {
            if (state instanceof State.Awaiting awaiting
                    && awaiting.owed == Exchange.Owed.RESPONSE
                    && awaiting.exchange.command().function().code() == frame.function()) {
                responded(awaiting, frame);
            } else {
                log.debug("dropped a response that nobody waits for: {}", FunctionId.name(frame.function()));
            }
            return true;
        }
        if (state instanceof State.Awaiting awaiting
                && function.isPresent()
                && awaiting.exchange.endedBy(function.get(), ByteReader.of(frame.parameters()), base)) {
            over(awaiting);
            return true;
        }
        return false;
    }

    private void pump() {
        while (state == IDLE) {
            Exchange next = !urgent.isEmpty() ? urgent.poll() : held ? null : ordinary.poll();
            if (next == null) {
                return;
            }
            if (!next.result().isDone()) {
                start(next);
            }
        }
    }

    private void start(Exchange exchange) {
        ByteWriter out = new ByteWriter();
        State.Sending sending = new State.Sending(exchange);
        state = sending;
        try {
            exchange.command().encode(out, base);
            DataFrame frame = DataFrame.request(exchange.command().function().code(), out.takeBytes());
            link.send(frame).whenComplete((delivered, failure) -> {
                if (state == sending) {
                    sent(exchange, failure);
                }
            });
        } catch (IllegalArgumentException doesNotFit) {
            state = IDLE;
            exchange.fail(new LinkException(
                    LinkException.Kind.REFUSED, exchange.command().function() + " does not fit a frame", doesNotFit));
        }
    }

    private void sent(Exchange exchange, @Nullable Throwable failure) {
        state = IDLE;
        if (failure instanceof LinkException reason) {
            exchange.fail(reason);
        } else if (!exchange.result().isDone()) {
            await(exchange, exchange.delivered(), false);
        }
        pump();
    }

    private void responded(State.Awaiting awaiting, DataFrame frame) {
        awaiting.timeout.cancel();
        state = IDLE;
        try {
            await(awaiting.exchange, awaiting.exchange.responded(ByteReader.of(frame.parameters()), base), false);
        } catch (DecodeException unreadable) {
            awaiting.exchange.fail(new LinkException(
                    LinkException.Kind.TIMEOUT,
                    "the module's answer to " + awaiting.exchange.command().function() + " is malformed",
                    unreadable));
        }
        pump();
    }

    private void await(Exchange exchange, Exchange.Owed owed, boolean aborted) {
        Duration limit = switch (owed) {
            case NOTHING -> Duration.ZERO;
            case RESPONSE -> RESPONSE_TIMEOUT;
            case CALLBACK -> aborted ? ABORT_TIMEOUT : CALLBACK_TIMEOUT;
        };
        if (owed != Exchange.Owed.NOTHING) {
            Cancellable timeout = actor.after(limit, () -> overdue(exchange, owed, aborted));
            state = new State.Awaiting(exchange, owed, aborted, timeout);
        }
    }

    private void overdue(Exchange exchange, Exchange.Owed owed, boolean aborted) {
        if (owed == Exchange.Owed.CALLBACK
                && exchange instanceof Exchange.Transmit
                && !aborted
                && canAbort.getAsBoolean()) {
            link.send(DataFrame.request(new SendDataAbort().function().code()));
            await(exchange, owed, true);
            return;
        }
        state = IDLE;
        if (owed == Exchange.Owed.CALLBACK) {
            callbackMissing.run();
        }
        exchange.fail(timedOut(exchange, owed == Exchange.Owed.CALLBACK ? "got no callback" : "got no response"));
        pump();
    }

    private void over(State.Awaiting awaiting) {
        awaiting.timeout.cancel();
        state = IDLE;
        pump();
    }

    private static LinkException timedOut(Exchange exchange, String what) {
        return new LinkException(LinkException.Kind.TIMEOUT, exchange.command().function() + " " + what);
    }
}
