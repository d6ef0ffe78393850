package org.lockcredentials.matter;

import java.util.List;
import org.lockcredentials.LockId;

/**
 * A device of the fabric.
 *
 * @param node its number in the fabric, 16 hexadecimal digits
 * @param locks its door locks; none as long as a device that was not reached since it joined has told nothing of itself
 * @param reachable whether it answered when it was spoken to last
 */
public record FabricNode(String node, List<LockId> locks, boolean reachable) {

    public FabricNode {
        locks = List.copyOf(locks);
    }
}
