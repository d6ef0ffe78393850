package org.lockcredentials.zwave.inclusion;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.LockId;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * A node of the network, the stick aside.
 *
 * @param nodeId 1 to 232, by Long Range 256 to 4000
 * @param kind when it can be spoken to
 * @param security the most trusted class that it was granted; empty if it is spoken to in the clear
 * @param manufacturer as far as it is known
 * @param product its type and id, as far as they are known
 * @param locks the locks it has; none if it is something else, or is not known yet
 * @param alive whether it could be reached last
 * @param broken the stage at which its inclusion broke; such a node is not used
 */
public record ZWaveNode(
        int nodeId,
        Kind kind,
        Optional<SecurityClass> security,
        Optional<String> manufacturer,
        Optional<String> product,
        List<LockId> locks,
        boolean alive,
        Optional<InclusionStage> broken) {

    /** When a node can be spoken to. */
    public enum Kind {
        /** At any time. */
        LISTENING,
        /** At any time, after a beam that wakes it, as most locks. */
        FREQUENTLY_LISTENING,
        /** When it wakes up. */
        SLEEPING
    }

    public ZWaveNode {
        locks = List.copyOf(locks);
    }

    /** Whether it is a node of Long Range. */
    public boolean isLongRange() {
        return nodeId > 0xFF;
    }

    /** A name for people. */
    public String name() {
        return (locks.isEmpty() ? "Z-Wave node " : "Z-Wave lock ") + nodeId;
    }
}
