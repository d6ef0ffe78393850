package org.lockcredentials.zwave.network;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.FailedNode;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;

/**
 * A change of the network that the stick is told to make; one at a time.
 *
 * @param <R> what comes of it
 */
interface Change<R> {

    /** Begins; the stick is idle again when the future completes. */
    CompletableFuture<R> run();

    /** Gives up where that does no harm. */
    void cancel();

    /** The stick makes no change any more: it is lost, was reset, or is being closed. */
    void end(Why why);

    default void heard(AddNode.Status status) {}

    default void heard(RemoveNode.Status status) {}

    default void heard(FailedNode.Status status) {}
}
