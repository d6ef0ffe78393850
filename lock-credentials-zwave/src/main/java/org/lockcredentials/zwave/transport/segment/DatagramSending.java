package org.lockcredentials.zwave.transport.segment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.transportservice.Segment;
import org.lockcredentials.zwave.command.transportservice.SegmentControl;
import org.lockcredentials.zwave.security.transportservice.SegmentSender;
import org.lockcredentials.zwave.security.transportservice.Step;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.TransportException;

/**
 * Datagrams one after the other, whichever nodes they go to: one session at a time is open to send (ITU-T G.9959 §10.1.3.6.1).
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class DatagramSending implements AutoCloseable {

    private static final int SESSIONS = 16;

    private record Datagram(int nodeId, SegmentSender sender, CompletableFuture<Delivery> result) {}

    private final Actor actor;
    private final BiFunction<Integer, Command, CompletableFuture<Delivery>> out;
    private final Deque<Datagram> waiting = new ArrayDeque<>();
    private Optional<Datagram> current = Optional.empty();
    private Cancellable timer = () -> {};
    private int sessionId = ThreadLocalRandom.current().nextInt(SESSIONS);
    /** Which step is being done; what belongs to an earlier one does nothing more. */
    private int step;
    /** More than the first segment of the current datagram was on the air. */
    private boolean begun;

    /** @param out sends a command to a node */
    DatagramSending(Actor actor, BiFunction<Integer, Command, CompletableFuture<Delivery>> out) {
        this.actor = actor;
        this.out = out;
    }

    /** Sends a datagram, and wipes it; completes when the node has confirmed it. */
    CompletableFuture<Delivery> send(int nodeId, Secret datagram) {
        sessionId = (sessionId + 1) % SESSIONS;
        Datagram next = new Datagram(nodeId, new SegmentSender(datagram, sessionId), new CompletableFuture<>());
        datagram.wipe();
        waiting.add(next);
        pump();
        return next.result;
    }

    void received(int nodeId, SegmentControl control) {
        to(nodeId).ifPresent(each -> react(each.sender.onControl(control)));
    }

    void peerSends(int ownNodeId, int peerNodeId, int segments) {
        to(peerNodeId).ifPresent(each -> react(each.sender.onPeerSends(ownNodeId, peerNodeId, segments)));
    }

    private Optional<Datagram> to(int nodeId) {
        return current.filter(each -> each.nodeId == nodeId);
    }

    private void pump() {
        while (current.isEmpty() && !waiting.isEmpty()) {
            current = Optional.of(waiting.remove());
            begun = false;
            react(current.get().sender.start());
        }
    }

    private void react(Step next) {
        if (next instanceof Step.Continue) {
            return;
        }
        timer.cancel();
        step++;
        if (next instanceof Step.Send send) {
            transmit(send, 0, step);
        } else if (next instanceof Step.Pause pause) {
            timer = actor.after(pause.time(), this::timeout);
        } else if (next instanceof Step.Delivered) {
            end(Optional.empty());
        } else if (next instanceof Step.Failed) {
            end(Optional.of(new TransportException(
                    TransportException.Kind.UNCERTAIN, "the node did not confirm what was sent in segments")));
        }
    }

    private void timeout() {
        current.ifPresent(each -> react(each.sender.onTimeout()));
    }

    private void transmit(Step.Send send, int index, int during) {
        List<Segment> segments = send.segments();
        out.apply(current.orElseThrow().nodeId, segments.get(index)).whenComplete((delivery, failure) -> {
            if (step != during) {
                return;
            }
            boolean first = segments.get(index) instanceof Segment.First;
            begun |= !first;
            if (failure != null && first) {
                end(Optional.of(TransportException.ofWhole(failure, begun)));
            } else if (index + 1 == segments.size()) {
                // One that was not acknowledged is asked for, or sent again.
                timer = actor.after(send.patience(), this::timeout);
            } else if (send.gap().isZero()) {
                transmit(send, index + 1, during);
            } else {
                timer = actor.after(send.gap(), () -> transmit(send, index + 1, during));
            }
        });
    }

    private void end(Optional<Throwable> failure) {
        Datagram done = current.orElseThrow();
        current = Optional.empty();
        step++;
        done.sender.close();
        if (failure.isPresent()) {
            done.result.completeExceptionally(failure.get());
        } else {
            done.result.complete(Delivery.RECEIVED);
        }
        pump();
    }

    /** Fails what is on its way to a node with CLOSED. */
    void forget(int nodeId) {
        giveUp(each -> each.nodeId == nodeId);
        pump();
    }

    @Override
    public void close() {
        giveUp(any -> true);
    }

    private void giveUp(Predicate<Datagram> concerned) {
        List<Datagram> open = Stream.concat(current.stream(), waiting.stream())
                .filter(concerned)
                .toList();
        if (current.filter(concerned).isPresent()) {
            timer.cancel();
            step++;
            current = Optional.empty();
        }
        waiting.removeAll(open);
        open.forEach(each -> {
            each.sender.close();
            each.result.completeExceptionally(
                    new TransportException(TransportException.Kind.CLOSED, "the way to the node was closed"));
        });
    }
}
