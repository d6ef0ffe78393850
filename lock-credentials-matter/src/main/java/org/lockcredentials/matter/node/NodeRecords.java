package org.lockcredentials.matter.node;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.spi.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept of nodes, in the store.
 *
 * <p>All of it can be found out again, at some cost, so nobody waits for the disk.
 */
public final class NodeRecords {

    private static final Logger log = LoggerFactory.getLogger(NodeRecords.class);

    private static final String FOLDER = "matter/node/";

    private final StateStore store;
    private final Actor disk;
    private final Set<PeerNode> deleted = ConcurrentHashMap.newKeySet();

    /** @param disk a line of tasks of its own, on which the store is written */
    public NodeRecords(StateStore store, Actor disk) {
        this.store = store;
        this.disk = disk;
    }

    public NodeRecord read(PeerNode node) {
        try {
            Optional<byte[]> kept = store.read(FOLDER + node);
            return kept.isPresent() ? NodeRecord.decode(kept.get()) : NodeRecord.NONE;
        } catch (DecodeException | LockCredentialException unread) {
            log.warn("what was kept of {} cannot be read: {}", node, unread.getMessage());
            return NodeRecord.NONE;
        }
    }

    /** The nodes of a fabric of which anything is kept, that is those that were commissioned. */
    public List<PeerNode> nodes(long compressedFabricId) {
        return store.keys("matter/node").stream()
                .map(key -> key.substring(FOLDER.length()))
                .filter(name -> name.matches("[0-9A-F]{16}-[0-9A-F]{16}"))
                .map(name -> new PeerNode(
                        Long.parseUnsignedLong(name.substring(0, 16), 16),
                        Long.parseUnsignedLong(name.substring(17), 16)))
                .filter(node -> node.compressedFabricId() == compressedFabricId)
                .toList();
    }

    /** Soon, behind what was to be written before; not at all if the node was deleted, whoever heard of it last. */
    public void write(PeerNode node, NodeRecord record) {
        byte[] encoded = record.encode();
        disk.execute(() -> {
            if (!deleted.contains(node)) {
                store.write(FOLDER + node, encoded);
            }
        });
    }

    /**
     * Before this returns; blocks on the disk.
     *
     * @throws LockCredentialException REJECTED if it cannot be written
     */
    public void writeNow(PeerNode node, NodeRecord record) {
        deleted.remove(node);
        store.write(FOLDER + node, record.encode());
    }

    public void delete(PeerNode node) {
        deleted.add(node);
        disk.execute(() -> store.delete(FOLDER + node));
    }

    /** Completes without a value when all is on the disk that was to be written before, or could not be. */
    public CompletableFuture<Void> written() {
        return CompletableFuture.runAsync(() -> {}, disk::executeAnyway);
    }
}
