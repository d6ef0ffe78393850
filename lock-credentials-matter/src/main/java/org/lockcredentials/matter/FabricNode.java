package org.lockcredentials.matter;

import java.util.List;
import org.lockcredentials.LockId;

/**
 * A device of the fabric.
 *
 * @param node its number in the fabric, 16 hexadecimal digits
 * @param locks its door locks; none as long as the device has told nothing of itself since it joined: it is asked again whenever it is heard, and its
 *     locks are told as found then
 * @param reachable whether it answered when it was spoken to last
 */
public record FabricNode(String node, List<LockId> locks, boolean reachable) {

    public FabricNode {
        locks = List.copyOf(locks);
    }
}
