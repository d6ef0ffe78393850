package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Request;

/**
 * The way to one endpoint of one node. Exchanges with a node run one after the other, those with a sleeping one when it wakes up.
 *
 * <p>Every future may fail with a {@link TransportException}: UNREACHABLE, UNCERTAIN (a report that did not come), CLOSED. A
 * future that is cancelled before its turn is not sent.
 */
public interface CommandChannel {

    /** Asks; completes with the answer. */
    <R extends Command> CompletableFuture<R> get(Request<R> question);

    /**
     * Has something changed, supervised where the node can; completes with what is known then.
     *
     * @param extra how much longer than usual the node may take
     */
    CompletableFuture<Delivery> set(Command command, Duration extra);

    /**
     * Has something changed by a command that nodes answer with a report of its effect; completes with the report if one came in time.
     *
     * <p>Not supervised: the report says more, and Supervision would only cost another frame. That changes for good once no report came,
     * or one that could not be trusted: from then on the node is supervised where it can be, and is not waited for where it cannot.
     */
    <R extends Command> CompletableFuture<Effect<R>> order(Request<R> command, Duration extra);

    default CompletableFuture<Delivery> set(Command command) {
        return set(command, Duration.ZERO);
    }

    default <R extends Command> CompletableFuture<Effect<R>> order(Request<R> command) {
        return order(command, Duration.ZERO);
    }
}
