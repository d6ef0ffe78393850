package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.SoftReset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the module set up: asks who it is, resets it if it does not say or misbehaves, and begins anew when the port was lost or
 * the module restarted. While it is not up, ordinary exchanges are held.
 *
 * <p>Touched by tasks of its actor only.
 */
final class Session {

    private static final Logger log = LoggerFactory.getLogger(Session.class);

    /** Modules that send Started do so within 1.5 s (INS12350 §7.12), and slow ones within five. */
    private static final Duration RESTART_LIMIT = Duration.ofSeconds(5);
    /** What comes back right after a reset is no fault of the module: the network is busy, or the line is bad. */
    private static final Duration BETWEEN_CURES = Duration.ofSeconds(60);
    /** How long the module is left alone after it failed to say who it is. */
    private static final Duration BETWEEN_IDENTIFICATIONS = Duration.ofSeconds(10);

    private sealed interface State {

        /** The port is not open. */
        record Down() implements State {}

        record Identifying() implements State {}

        /** The module is told to reset when it is done with what is under way. */
        record Resetting(Exchange order) implements State {}

        record Starting(Cancellable limit) implements State {}

        record Up() implements State {}

        /** The module did not say who it is. */
        record Unidentified(Cancellable next) implements State {}

        record Closed() implements State {}
    }

    private final String portName;
    private final FrameLink link;
    private final Exchanges exchanges;
    private final Actor actor;
    private final SerialApi.Listener listener;
    private State state = new State.Down();
    private @Nullable ControllerIdentity identity;
    private CompletableFuture<ControllerIdentity> nextOutcome = new CompletableFuture<>();
    private Optional<Long> lastCure = Optional.empty();

    Session(String portName, FrameLink link, Exchanges exchanges, Actor actor, SerialApi.Listener listener) {
        this.portName = portName;
        this.link = link;
        this.exchanges = exchanges;
        this.actor = actor;
        this.listener = listener;
    }

    /** Who the module is, or was when the session was up last; empty before it was up for the first time. */
    Optional<ControllerIdentity> identity() {
        return Optional.ofNullable(identity);
    }

    /** The port is open, for the first time or again. */
    CompletableFuture<ControllerIdentity> opened() {
        CompletableFuture<ControllerIdentity> outcome = nextOutcome;
        identify(true);
        return outcome;
    }

    private void identify(boolean resetIfSilent) {
        exchanges.hold();
        State.Identifying identifying = new State.Identifying();
        enter(identifying);
        new Identification(exchanges).run().whenComplete((found, failure) -> {
            if (state != identifying) {
                return;
            }
            if (failure == null) {
                up(found);
            } else if (resetIfSilent && link.isOpen() && mayReset()) {
                reset("it does not say who it is: " + cause(failure).getMessage());
            } else {
                notUp(cause(failure));
            }
        });
    }

    private void up(ControllerIdentity found) {
        boolean again = identity != null;
        identity = found;
        enter(new State.Up());
        log.debug(
                "{} is up: {}, {} nodes",
                portName,
                found.version().text(),
                found.nodes().size());
        CompletableFuture<ControllerIdentity> outcome = takeOutcome();
        exchanges.resume();
        if (again) {
            listener.restored(found);
        }
        outcome.complete(found);
    }

    private void notUp(Throwable failure) {
        boolean worthAnotherTry = identity != null && link.isOpen();
        enter(
                worthAnotherTry
                        ? new State.Unidentified(actor.after(BETWEEN_IDENTIFICATIONS, () -> identify(true)))
                        : new State.Down());
        takeOutcome().completeExceptionally(failure);
    }

    /**
     * Resets the module and sets it up again, or joins a restart that is under way.
     *
     * @return completes with the identity, or with a LinkException: REFUSED if the module offers no soft reset
     */
    CompletableFuture<ControllerIdentity> restart(String why) {
        if (state instanceof State.Closed) {
            return CompletableFuture.failedFuture(closed());
        }
        if (!mayReset()) {
            return CompletableFuture.failedFuture(
                    new LinkException(LinkException.Kind.REFUSED, portName + " offers no soft reset"));
        }
        CompletableFuture<ControllerIdentity> outcome = nextOutcome;
        if (state instanceof State.Identifying) {
            exchanges.interrupt(new LinkException(LinkException.Kind.LOST, portName + " is being reset"));
        }
        if (!isRestarting()) {
            reset(why);
        }
        return outcome;
    }

    /** Restarts a module that misbehaves; empty if that was tried just now, or cannot be. */
    Optional<CompletableFuture<ControllerIdentity>> cure(String symptom) {
        boolean tried = lastCure.filter(last -> actor.nanoTime() - last <= BETWEEN_CURES.toNanos())
                .isPresent();
        if (isRestarting()) {
            return Optional.of(nextOutcome);
        }
        if (tried || !(state instanceof State.Up) || !mayReset()) {
            return Optional.empty();
        }
        lastCure = Optional.of(actor.nanoTime());
        return Optional.of(restart(symptom));
    }

    private boolean mayReset() {
        ControllerIdentity known = identity;
        return known == null || known.supports(FunctionId.SOFT_RESET);
    }

    private boolean isRestarting() {
        return state instanceof State.Resetting || state instanceof State.Starting;
    }

    private void reset(String why) {
        log.debug("resetting {}: {}", portName, why);
        exchanges.hold();
        Exchange.Order order = new Exchange.Order(new SoftReset(), new CompletableFuture<>());
        State.Resetting resetting = new State.Resetting(order);
        enter(resetting);
        exchanges.addUrgent(order);
        order.result().whenComplete((sent, failure) -> {
            if (state != resetting) {
                return;
            }
            if (failure == null) {
                enter(new State.Starting(actor.after(RESTART_LIMIT, () -> identify(false))));
            } else {
                notUp(cause(failure));
            }
        });
    }

    /** The module says that it started. */
    void started() {
        // The ACK of a reset may be lost with what else the module was about to say.
        boolean asked = state instanceof State.Starting
                || state instanceof State.Resetting resetting && exchanges.isUnderWay(resetting.order);
        boolean wasUp = state instanceof State.Up || state instanceof State.Resetting;
        interrupt(new LinkException(LinkException.Kind.LOST, portName + " restarted"), wasUp && !asked);
        identify(!asked);
    }

    /** The port is gone. */
    void lost(LinkException reason) {
        interrupt(reason, true);
        if (identity == null) {
            notUp(reason);
        }
    }

    /** What is under way fails; first nobody must be able to send what comes next. */
    private void interrupt(LinkException reason, boolean tell) {
        exchanges.hold();
        enter(new State.Down());
        exchanges.interrupt(reason);
        if (tell && identity != null) {
            listener.lost(reason);
        }
    }

    void close() {
        enter(new State.Closed());
        nextOutcome.completeExceptionally(closed());
    }

    LinkException closed() {
        return new LinkException(LinkException.Kind.CLOSED, portName + " was closed");
    }

    private void enter(State next) {
        if (state instanceof State.Starting starting) {
            starting.limit.cancel();
        } else if (state instanceof State.Unidentified unidentified) {
            unidentified.next.cancel();
        }
        state = next;
    }

    private CompletableFuture<ControllerIdentity> takeOutcome() {
        CompletableFuture<ControllerIdentity> outcome = nextOutcome;
        nextOutcome = new CompletableFuture<>();
        return outcome;
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
