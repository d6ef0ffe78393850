package org.lockcredentials.zwave.network;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.zwave.inclusion.InclusionFailure.Why;
import org.lockcredentials.zwave.serialapi.function.FailedNodeStart;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.TransportException;

/** Whether a node answers; the stick takes one that does not for failed, and only such a one is removed or replaced (INS13954 §4.4.18). */
final class FailedNodes {

    /** No Operation: the least that a node acknowledges. */
    private static final byte[] NOTHING = {0};

    private final Radio radio;

    FailedNodes(Radio radio) {
        this.radio = radio;
    }

    /** Completes if the node does not answer; fails with a {@link ChangeFailure} otherwise, REFUSED if it does. */
    CompletableFuture<Void> mustNotAnswer(int nodeId) {
        return radio.send(nodeId, NOTHING.clone())
                .handle((answered, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.<Void>failedFuture(
                                new ChangeFailure("taking out node " + nodeId + ", which answers,", Why.REFUSED));
                    }
                    return TransportException.cause(failure) instanceof TransportException reason
                                    && reason.kind() == TransportException.Kind.UNREACHABLE
                            ? CompletableFuture.<Void>completedFuture(null)
                            : CompletableFuture.<Void>failedFuture(
                                    new ChangeFailure("asking whether node " + nodeId + " answers", Why.LOST));
                })
                .thenCompose(Function.identity());
    }

    /** Why the stick does not begin. */
    static Why why(FailedNodeStart start) {
        return start.isNotPrimary() ? Why.NOT_PRIMARY : start.isBusy() ? Why.BUSY : Why.REFUSED;
    }
}
