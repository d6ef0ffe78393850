package org.lockcredentials.zwave.serialapi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.frame.DataFrame;
import org.lockcredentials.zwave.frame.FrameLink;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;

/**
 * Gives exchanges their turns: urgent ones, by which the session itself is set up, before ordinary ones, which wait as long as
 * the session is held.
 *
 * <p>Touched by tasks of its actor only.
 */
final class Exchanges {

    private final Actor actor;
    private final Turn turn;
    private final Deque<Exchange> urgent = new ArrayDeque<>();
    private final Deque<Exchange> ordinary = new ArrayDeque<>();
    private boolean held = true;

    /** @param module what the session knows and does about the module */
    Exchanges(FrameLink link, Actor actor, Turn.Module module) {
        this.actor = actor;
        this.turn = new Turn(link, actor, module, this::pump);
    }

    NodeIdBase base() {
        return turn.base();
    }

    void base(NodeIdBase agreed) {
        turn.base(agreed);
    }

    /** Starts an exchange when its turn comes; one that the module has not taken by then fails with UNSENT. */
    void add(Exchange exchange, Duration deadline) {
        ordinary.add(exchange);
        Cancellable timeout = actor.after(deadline, () -> expired(exchange));
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

    boolean isUnderWay(Exchange exchange) {
        return turn.current().filter(exchange::equals).isPresent();
    }

    /** Takes a frame that ends or continues the exchange under way; false if it is none of that. */
    boolean take(DataFrame frame) throws DecodeException {
        return turn.take(frame);
    }

    /** Fails what the module was told or asked, since it will not answer any more; what it has not taken goes on waiting. */
    void interrupt(LinkException reason) {
        Optional<Exchange> notTaken = turn.refused();
        Optional<Exchange> underWay = turn.current();
        turn.leave();
        List<Exchange> failing = new ArrayList<>(urgent);
        urgent.clear();
        if (notTaken.isPresent()) {
            ordinary.addFirst(notTaken.get());
        } else {
            underWay.ifPresent(exchange -> failing.add(0, exchange));
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

    private void pump() {
        for (Exchange next = next(); next != null; next = next()) {
            if (!next.result().isDone()) {
                turn.start(next);
            }
        }
    }

    private @Nullable Exchange next() {
        if (!turn.isOver()) {
            return null;
        }
        Exchange next = urgent.poll();
        return next == null && !held ? ordinary.poll() : next;
    }

    private void expired(Exchange exchange) {
        boolean refused = turn.refused().filter(exchange::equals).isPresent();
        if (refused) {
            turn.leave();
        }
        if (refused || ordinary.remove(exchange)) {
            exchange.fail(new LinkException(
                    LinkException.Kind.UNSENT, exchange.command().function() + " did not get its turn in time"));
            pump();
        }
    }
}
