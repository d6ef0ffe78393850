package org.lockcredentials.matter.exchange;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.Sealed;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** Sends an exchange's messages one at a time, each until it is acknowledged, section 4.12.5.2.1. */
final class Outbox {

    /** What an outbox needs of its exchange. */
    interface Line {

        /** False while nothing may be sent yet; {@link Outbox#pump()} follows when it may. */
        boolean isFree();

        /** Numbers and encrypts a message; the pending acknowledgement goes with it. */
        Sealed seal(Outgoing message);

        void transmit(byte[] datagram);

        /** How long to wait after so many transmissions. */
        Duration backoff(int transmissions);

        /** A message was not acknowledged, though first sent at this time. */
        void unanswered(long since);

        /** Nothing is left to send. */
        void drained();
    }

    /** A message to send; its payload is wiped once it is sealed. */
    record Outgoing(ProtocolId protocol, int opcode, boolean reliable, byte[] payload, CompletableFuture<Void> done) {}

    private final Actor actor;
    private final Line line;
    private final Queue<Outgoing> waiting = new ArrayDeque<>(2);
    private @Nullable Flight flight;

    Outbox(Actor actor, Line line) {
        this.actor = actor;
        this.line = line;
    }

    void send(Outgoing message) {
        waiting.add(message);
        pump();
    }

    boolean isIdle() {
        return flight == null && waiting.isEmpty();
    }

    /** The other end has the message of this counter. */
    void acknowledged(long counter) {
        Flight arrived = flight;
        if (arrived == null || arrived.sealed.counter() != counter) {
            return;
        }
        flight = null;
        arrived.timer.cancel();
        arrived.done.complete(null);
        pump();
        if (isIdle()) {
            line.drained();
        }
    }

    void failAll(RuntimeException reason) {
        Flight given = flight;
        flight = null;
        if (given != null) {
            given.timer.cancel();
            given.done.completeExceptionally(reason);
        }
        for (Outgoing next = waiting.poll(); next != null; next = waiting.poll()) {
            Arrays.fill(next.payload, (byte) 0);
            next.done.completeExceptionally(reason);
        }
    }

    /** Sends what may be sent. */
    void pump() {
        while (line.isFree() && flight == null && !waiting.isEmpty()) {
            launch(waiting.remove());
        }
    }

    private void launch(Outgoing message) {
        Sealed sealed;
        try {
            sealed = line.seal(message);
        } catch (RuntimeException unsealed) {
            message.done.completeExceptionally(unsealed);
            return;
        } finally {
            Arrays.fill(message.payload, (byte) 0);
        }
        if (message.reliable) {
            flight = new Flight(sealed, message.done);
        }
        line.transmit(sealed.datagram());
        if (!message.reliable) {
            message.done.complete(null);
        }
    }

    /** A message on its way. */
    private final class Flight {

        private final Sealed sealed;
        private final CompletableFuture<Void> done;
        private final long since = actor.nanoTime();
        private int transmissions = 1;
        private Cancellable timer;

        Flight(Sealed sealed, CompletableFuture<Void> done) {
            this.sealed = sealed;
            this.done = done;
            this.timer = actor.after(line.backoff(transmissions), this::expired);
        }

        private void expired() {
            if (flight != this) {
                return;
            }
            if (transmissions == Backoff.MAX_TRANSMISSIONS) {
                giveUp();
                return;
            }
            transmissions++;
            line.transmit(sealed.datagram());
            timer = actor.after(line.backoff(transmissions), this::expired);
        }

        private void giveUp() {
            // First, so that whoever hears of it finds no session that leads nowhere.
            line.unanswered(since);
            failAll(new ChannelException(
                    ChannelException.Kind.TIMEOUT,
                    "not acknowledged after " + Backoff.MAX_TRANSMISSIONS + " transmissions"));
            line.drained();
        }
    }
}
