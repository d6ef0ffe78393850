package org.lockcredentials.matter;

import java.util.List;
import org.lockcredentials.LockId;
import org.lockcredentials.matter.lock.MatterLock;
import org.lockcredentials.matter.node.MatterNode;

/** A node of the fabric with its locks. */
record Member(MatterNode node, List<MatterLock> locks) {

    Member {
        locks = List.copyOf(locks);
    }

    FabricNode told() {
        List<LockId> ids = locks.stream().map(lock -> lock.info().id()).toList();
        return new FabricNode(name(node.nodeId()), ids, node.reachable());
    }

    void close() {
        node.close();
        locks.forEach(MatterLock::close);
    }

    static String name(long nodeId) {
        return "%016X".formatted(nodeId);
    }
}
