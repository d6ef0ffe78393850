package org.lockcredentials.zwave.frame;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.port.PortException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.lockcredentials.zwave.port.ZWavePort.Connection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that, once it was open, is opened again whenever it is lost, until it is closed.
 *
 * <p>Touched by tasks of its actor only.
 */
final class ReopeningPort {

    private static final Logger log = LoggerFactory.getLogger(ReopeningPort.class);

    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration CLOSING_LIMIT = Duration.ofSeconds(2);

    /** Hears of the port, as tasks of the actor. */
    interface Listener {

        void opened();

        void bytesReceived(byte[] bytes);

        void lost(PortException reason);
    }

    private sealed interface State {

        record Closed() implements State {}

        record Opening(Ear ear, CompletableFuture<Connection> connection, Duration nextWait) implements State {}

        record Open(Ear ear, Connection connection) implements State {}

        record Waiting(Cancellable timer) implements State {}
    }

    private final ZWavePort port;
    private final Actor actor;
    private final Listener listener;
    private State state = new State.Closed();

    ReopeningPort(ZWavePort port, Actor actor, Listener listener) {
        this.port = port;
        this.actor = actor;
        this.listener = listener;
    }

    /** Opens the port for the first time; a failure is final until this is called again. */
    CompletableFuture<Void> open() {
        CompletableFuture<Void> first = new CompletableFuture<>();
        open(FIRST_WAIT, first);
        return first;
    }

    boolean isOpen() {
        return state instanceof State.Open;
    }

    void write(byte[] bytes) {
        if (state instanceof State.Open open) {
            open.connection.write(bytes);
        }
    }

    /** Gives the open port up as lost. */
    void abandon(String why) {
        if (state instanceof State.Open open) {
            lost(open.connection, new PortException(PortException.Kind.LOST, port.name() + " " + why));
        }
    }

    /** Releases the port; completes when it is released, or when waiting longer is of no use. */
    CompletableFuture<Void> close() {
        State was = state;
        state = new State.Closed();
        if (was instanceof State.Open open) {
            return bounded(open.connection.close());
        }
        if (was instanceof State.Opening opening) {
            opening.connection.cancel(false);
        } else if (was instanceof State.Waiting waiting) {
            waiting.timer.cancel();
        }
        return CompletableFuture.completedFuture(null);
    }

    private void open(Duration nextWait, CompletableFuture<Void> outcome) {
        Ear ear = new Ear();
        CompletableFuture<Connection> connection = port.open(ear);
        state = new State.Opening(ear, connection, nextWait);
        connection.whenComplete((opened, failure) -> actor.execute(() -> {
            if (failure == null) {
                opened(ear, opened, outcome);
            } else {
                notOpened(ear, failure, outcome);
            }
        }));
    }

    private void opened(Ear ear, Connection connection, CompletableFuture<Void> outcome) {
        if (!ear.isCurrent()) {
            connection.close();
            outcome.completeExceptionally(new LinkException(LinkException.Kind.CLOSED, port.name() + " was closed"));
            return;
        }
        state = new State.Open(ear, connection);
        log.debug("{} is open", port.name());
        listener.opened();
        outcome.complete(null);
    }

    private void notOpened(Ear ear, Throwable failure, CompletableFuture<Void> outcome) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        boolean closed = !ear.isCurrent();
        if (closed) {
            outcome.completeExceptionally(new LinkException(LinkException.Kind.CLOSED, port.name() + " was closed"));
            return;
        }
        Duration nextWait = ((State.Opening) state).nextWait;
        state = new State.Closed();
        String message = reason.getMessage();
        if (!outcome.completeExceptionally(new LinkException(
                LinkException.Kind.LOST, message == null ? port.name() + " does not open" : message, reason))) {
            log.debug("{} does not open yet: {}", port.name(), message);
            openAfter(nextWait);
        }
    }

    private void openAfter(Duration wait) {
        Duration doubled = wait.multipliedBy(2);
        Duration nextWait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        CompletableFuture<Void> heededByNobody = CompletableFuture.completedFuture(null);
        state = new State.Waiting(actor.after(wait, () -> open(nextWait, heededByNobody)));
    }

    private void lost(Connection connection, PortException reason) {
        log.debug("{}", reason.getMessage());
        Cancellable none = () -> {};
        State.Waiting released = new State.Waiting(none);
        state = released;
        // A device cannot be opened again before it is released.
        bounded(connection.close())
                .whenComplete((done, failure) -> actor.execute(() -> {
                    if (state == released) {
                        openAfter(FIRST_WAIT);
                    }
                }));
        listener.lost(reason);
    }

    private CompletableFuture<Void> bounded(CompletableFuture<Void> closing) {
        CompletableFuture<Void> bounded = new CompletableFuture<>();
        Cancellable limit = actor.after(CLOSING_LIMIT, () -> bounded.complete(null));
        closing.whenComplete((done, failure) -> {
            limit.cancel();
            bounded.complete(null);
        });
        return bounded;
    }

    /** Hears one opening of the port; what comes after the next one is too late. */
    private final class Ear implements ZWavePort.Listener {

        @Override
        public void bytesReceived(byte[] bytes) {
            actor.execute(() -> {
                if (isCurrent()) {
                    listener.bytesReceived(bytes);
                }
            });
        }

        @Override
        public void lost(PortException reason) {
            actor.execute(() -> {
                if (state instanceof State.Open open && open.ear == this) {
                    ReopeningPort.this.lost(open.connection, reason);
                }
            });
        }

        boolean isCurrent() {
            return state instanceof State.Open open && open.ear == this
                    || state instanceof State.Opening opening && opening.ear == this;
        }
    }
}
