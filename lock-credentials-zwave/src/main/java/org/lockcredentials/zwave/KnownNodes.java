package org.lockcredentials.zwave;

import java.util.Optional;
import java.util.Set;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.lock.LockNotes;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.node.NodeRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was found out about the nodes of one network, kept from run to run. */
final class KnownNodes {

    private static final Logger log = LoggerFactory.getLogger(KnownNodes.class);

    private final StateStore store;
    private final String prefix;
    private final String notes;

    KnownNodes(StateStore store, long homeId) {
        this.store = store;
        this.prefix = "%s/%08x/node".formatted(ZWaveBackend.NAME, homeId);
        this.notes = "%s/%08x/lock".formatted(ZWaveBackend.NAME, homeId);
    }

    /** A record that cannot be read is as good as none. */
    Optional<KnownNode> find(int nodeId) {
        return store.read(key(nodeId)).flatMap(bytes -> {
            try {
                return Optional.of(NodeRecord.decode(bytes)).filter(node -> node.nodeId() == nodeId);
            } catch (DecodeException malformed) {
                log.warn("what is kept of node {} cannot be read; asking it again", nodeId);
                return Optional.empty();
            }
        });
    }

    void keep(KnownNode node) {
        store.write(key(node.nodeId()), NodeRecord.encode(node));
    }

    /** What is kept of a lock beside what it is. */
    LockNotes notes(int nodeId, int endpoint) {
        return new LockNotes(store, notes + "/" + nodeId + "/" + endpoint);
    }

    void forget(int nodeId) {
        store.delete(key(nodeId));
        store.keys(notes + "/" + nodeId).forEach(store::delete);
    }

    /** Forgets the nodes that the network does not have any more. */
    void retain(Set<Integer> nodeIds) {
        store.keys(prefix).stream()
                .filter(key -> nodeIds.stream().noneMatch(nodeId -> key(nodeId).equals(key)))
                .forEach(store::delete);
        store.keys(notes).stream()
                .filter(key -> nodeIds.stream().noneMatch(nodeId -> key.startsWith(notes + "/" + nodeId + "/")))
                .forEach(store::delete);
    }

    private String key(int nodeId) {
        return prefix + "/" + nodeId;
    }
}
