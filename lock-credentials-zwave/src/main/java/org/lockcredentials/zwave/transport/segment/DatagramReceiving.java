package org.lockcredentials.zwave.transport.segment;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.security.transportservice.Received;
import org.lockcredentials.zwave.security.transportservice.SegmentReceiver;
import org.lockcredentials.zwave.transport.Delivery;

/** The datagrams of one node; touched by tasks of the network's actor only. */
final class DatagramReceiving implements AutoCloseable {

    private final SegmentReceiver receiver = new SegmentReceiver();
    private final Actor actor;
    private final Function<Command, CompletableFuture<Delivery>> out;
    private final Consumer<Secret> complete;
    private Cancellable timer = () -> {};

    /** @param complete takes a datagram, which is its to wipe */
    DatagramReceiving(Actor actor, Function<Command, CompletableFuture<Delivery>> out, Consumer<Secret> complete) {
        this.actor = actor;
        this.out = out;
        this.complete = complete;
    }

    void received(Segment segment) {
        react(receiver.onSegment(segment));
        segment.payload().wipe();
    }

    private void react(Received received) {
        if (received instanceof Received.Incomplete incomplete) {
            incomplete.request().ifPresent(this::answer);
            timer.cancel();
            timer = actor.after(incomplete.patience(), () -> react(receiver.onTimeout()));
        } else if (received instanceof Received.Complete whole) {
            timer.cancel();
            answer(whole.confirmation());
            whole.datagram().ifPresent(complete);
        } else if (received instanceof Received.Refused refused) {
            answer(refused.answer());
        }
    }

    private void answer(Command control) {
        // A node that misses an answer asks or repeats.
        out.apply(control).exceptionally(failure -> Delivery.RECEIVED);
    }

    @Override
    public void close() {
        timer.cancel();
        receiver.close();
    }
}
