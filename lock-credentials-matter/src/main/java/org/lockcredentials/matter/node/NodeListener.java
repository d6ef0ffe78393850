package org.lockcredentials.matter.node;

import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.interaction.EventData;

/** Hears what a node tells on its own. Its methods return at once and are called one at a time. */
public interface NodeListener {

    /** Attributes have these values: all that are subscribed to at the start, later those that changed. */
    default void changed(Attributes values) {}

    /** Something happened; each event is told once, in the order of the node. */
    default void happened(EventData event) {}

    /**
     * The node may have forgotten events before it could tell them.
     *
     * @param after the number of the last one that was told, unsigned
     * @param before the number of the next one that will be told, unsigned
     */
    default void missed(long after, long before) {}

    /** The node is subscribed to, after it was not: whatever it does not tell may have changed. */
    default void subscribed() {}

    /** {@link LockNode#reachable} changed. */
    default void reachable(boolean reachable) {}

    /**
     * The node said, in its session, that it leaves our fabric: another administrator took it out, or somebody reset it. That it does not know us any more when
     * a session is wanted tells nothing, since anybody may say so.
     */
    default void left() {}

    /** We ask and tell nothing more of the node. */
    default void closed() {}
}
