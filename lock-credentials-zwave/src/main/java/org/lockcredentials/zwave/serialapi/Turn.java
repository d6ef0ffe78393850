package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.Exchange.Owed;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.SendDataAbort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one exchange with the module that is under way, from its request to the last thing owed (INS12350 §6.5.2).
 *
 * <p>Touched by tasks of its actor only.
 */
final class Turn {

    private static final Logger log = LoggerFactory.getLogger(Turn.class);

    /** Some modules of the 500 series take several seconds to respond. */
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(10);
    /** INS13954 §4.3.3.1. */
    private static final Duration CALLBACK_TIMEOUT = Duration.ofSeconds(65);
    /** An aborted transmission reports at once, unless the callback is lost for good. */
    private static final Duration ABORT_TIMEOUT = Duration.ofSeconds(5);
    /** After this a full transmit queue is shorter by a frame, unless the network is at its limit. */
    private static final Duration BUSY_WAIT = Duration.ofMillis(500);

    /** What the session knows and does about the module. */
    interface Module {

        boolean supports(FunctionId function);

        /** The module owes a callback for good. */
        void callbackMissing();
    }

    private sealed interface State {

        record Over() implements State {}

        record Sending(Exchange exchange, CompletableFuture<Void> delivery, boolean again) implements State {}

        record AwaitingResponse(Exchange exchange, Cancellable timeout, boolean again) implements State {}

        record AwaitingCallback(Exchange exchange, Cancellable timeout) implements State {}

        record Refused(Exchange exchange, Cancellable timer) implements State {}
    }

    private static final State OVER = new State.Over();

    private final FrameLink link;
    private final Actor actor;
    private final Module module;
    private final Runnable whenOver;
    private State state = OVER;
    private NodeIdBase base = NodeIdBase.EIGHT_BIT;

    Turn(FrameLink link, Actor actor, Module module, Runnable whenOver) {
        this.link = link;
        this.actor = actor;
        this.module = module;
        this.whenOver = whenOver;
    }

    NodeIdBase base() {
        return base;
    }

    void base(NodeIdBase agreed) {
        base = agreed;
    }

    boolean isOver() {
        return state == OVER;
    }

    /** The exchange that has the turn. */
    Optional<Exchange> current() {
        return state instanceof State.Sending sending
                ? Optional.of(sending.exchange)
                : refused().or(this::knownToModule);
    }

    /** The exchange that the module said no to, and is told of once more a little later. */
    Optional<Exchange> refused() {
        return state instanceof State.Refused refused ? Optional.of(refused.exchange) : Optional.empty();
    }

    void start(Exchange exchange) {
        send(exchange, false);
    }

    private void send(Exchange exchange, boolean again) {
        FunctionId function = exchange.command().function();
        ByteWriter out = new ByteWriter();
        try {
            exchange.command().encode(out, base);
            CompletableFuture<Void> delivery = link.send(DataFrame.request(function.code(), out.takeBytes()));
            State.Sending sending = new State.Sending(exchange, delivery, again);
            state = sending;
            delivery.whenComplete((delivered, failure) -> {
                if (state == sending) {
                    sent(sending, failure);
                }
            });
        } catch (IllegalArgumentException doesNotFit) {
            state = OVER;
            exchange.fail(
                    new LinkException(LinkException.Kind.REFUSED, function + " does not fit a frame", doesNotFit));
        }
    }

    private void sent(State.Sending sending, @Nullable Throwable failure) {
        if (failure instanceof LinkException reason) {
            sending.exchange.fail(reason);
            over(sending);
        } else {
            goOn(sending, sending.exchange, sending.exchange.delivered());
        }
    }

    /** Takes a frame that ends or continues the exchange; false if it is none of that. */
    boolean take(DataFrame frame) throws DecodeException {
        if (frame.type() == DataFrame.Type.RESPONSE) {
            takeResponse(frame);
            return true;
        }
        State current = state;
        Optional<FunctionId> function = FunctionId.of(frame.function());
        Optional<Exchange> known = knownToModule();
        boolean ends = function.isPresent()
                && known.isPresent()
                && known.get().endedBy(function.get(), ByteReader.of(frame.parameters()), base);
        if (ends) {
            over(current);
        }
        return ends;
    }

    private void takeResponse(DataFrame frame) {
        State current = state;
        Optional<Exchange> known =
                knownToModule().filter(exchange -> exchange.command().function().code() == frame.function());
        if (known.isEmpty() || current instanceof State.AwaitingCallback) {
            log.debug("dropped a response that nobody waits for: {}", FunctionId.name(frame.function()));
            return;
        }
        Exchange exchange = known.get();
        try {
            goOn(current, exchange, exchange.responded(ByteReader.of(frame.parameters()), base));
        } catch (DecodeException unreadable) {
            exchange.fail(new LinkException(
                    LinkException.Kind.TIMEOUT,
                    "the module's answer to " + exchange.command().function() + " is malformed",
                    unreadable));
            over(current);
        }
    }

    /** Empty while the module cannot answer. What is not acknowledged yet is known to it all the same if just the ACK got lost. */
    private Optional<Exchange> knownToModule() {
        if (state instanceof State.AwaitingResponse awaiting) {
            return Optional.of(awaiting.exchange);
        }
        if (state instanceof State.AwaitingCallback awaiting) {
            return Optional.of(awaiting.exchange);
        }
        return state instanceof State.Sending sending && sending.exchange.mustNotRunTwice()
                ? Optional.of(sending.exchange)
                : Optional.empty();
    }

    /** @param from what was the state before the exchange, and whoever waits for its result, heard of this */
    private void goOn(State from, Exchange exchange, Owed owed) {
        boolean again = from instanceof State.Sending sending && sending.again
                || from instanceof State.AwaitingResponse awaiting && awaiting.again;
        if (state != from || owed == Owed.NOTHING) {
            over(from);
            return;
        }
        leave();
        switch (owed) {
            case RESPONSE -> {
                Cancellable timeout = actor.after(RESPONSE_TIMEOUT, () -> missing(exchange, "response"));
                state = new State.AwaitingResponse(exchange, timeout, again);
            }
            case CALLBACK -> {
                Cancellable timeout = actor.after(CALLBACK_TIMEOUT, () -> callbackOverdue(exchange));
                state = new State.AwaitingCallback(exchange, timeout);
            }
            case ANOTHER_TRY -> refused(exchange, again);
            case NOTHING -> {}
        }
    }

    private void refused(Exchange exchange, boolean again) {
        if (again) {
            exchange.fail(new LinkException(
                    LinkException.Kind.REFUSED,
                    "the module does not take " + exchange.command().function() + " now"));
            whenOver.run();
        } else {
            state = new State.Refused(exchange, actor.after(BUSY_WAIT, () -> send(exchange, true)));
        }
    }

    private void callbackOverdue(Exchange exchange) {
        if (exchange instanceof Exchange.Transmit && module.supports(FunctionId.SEND_DATA_ABORT)) {
            link.send(DataFrame.request(new SendDataAbort().function().code()));
            Cancellable timeout = actor.after(ABORT_TIMEOUT, () -> callbackMissing(exchange));
            state = new State.AwaitingCallback(exchange, timeout);
        } else {
            callbackMissing(exchange);
        }
    }

    private void callbackMissing(Exchange exchange) {
        module.callbackMissing();
        missing(exchange, "callback");
    }

    private void missing(Exchange exchange, String what) {
        State current = state;
        exchange.fail(
                new LinkException(LinkException.Kind.TIMEOUT, exchange.command().function() + " got no " + what));
        over(current);
    }

    /** Ends the turn early; the exchange is the caller's to fail or to keep. */
    /** The exchange that had the turn in {@code from} has it no longer, unless somebody ended it meanwhile. */
    private void over(State from) {
        if (state == from) {
            leave();
            whenOver.run();
        }
    }

    /** Ends the turn, and what was to happen in it by itself; the exchange is the caller's to fail or to keep. */
    void leave() {
        State left = state;
        state = OVER;
        if (left instanceof State.Sending sending) {
            sending.delivery.cancel(false);
        } else if (left instanceof State.AwaitingResponse awaiting) {
            awaiting.timeout.cancel();
        } else if (left instanceof State.AwaitingCallback awaiting) {
            awaiting.timeout.cancel();
        } else if (left instanceof State.Refused refused) {
            refused.timer.cancel();
        }
    }
}
