package org.lockcredentials.zwave.network;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.lockcredentials.zwave.transport.NodeKind;

/**
 * How long the stick may take, by the nodes that it has to ask about the new one (INS13954 §4.4.1.3.3).
 *
 * @param find for a node that asks to join
 * @param nodes tells the kinds of the nodes of the network
 */
record AddingPatience(Duration find, Supplier<List<NodeKind>> nodes) implements NodeAdding.Patience {

    private static final Duration LEAST = Duration.ofMillis(76_000);
    private static final Duration LISTENING = Duration.ofMillis(217);
    private static final Duration BEAMED = Duration.ofMillis(3_517);
    private static final Duration TOLD_TO_A_CONTROLLER = Duration.ofMillis(732);

    @Override
    public Duration finish(boolean controller) {
        return LEAST.plus(LISTENING.multipliedBy(count(NodeKind.LISTENING)))
                .plus(BEAMED.multipliedBy(count(NodeKind.FREQUENTLY_LISTENING)))
                .plus(TOLD_TO_A_CONTROLLER.multipliedBy(controller ? nodes.get().size() : 0));
    }

    private long count(NodeKind kind) {
        return nodes.get().stream().filter(kind::equals).count();
    }
}
