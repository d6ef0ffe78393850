package org.lockcredentials.matter;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockcredentials.spi.StateStore;

/** On which endpoints of the nodes locks are; read and written where it may block. */
final class NodeBook {

    private static final String LOCKS = "matter/locks";
    private static final int MAX_ENDPOINT = 0xFFFE;

    private final StateStore store;

    NodeBook(StateStore store) {
        this.store = store;
    }

    /** The endpoints of a node's locks; empty if the node has not told them yet. */
    Optional<List<Integer>> locks(long node) {
        return store.read(key(node))
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .filter(text -> text.matches("[0-9]{1,5}( [0-9]{1,5})*"))
                .map(text ->
                        Arrays.stream(text.split(" ")).map(Integer::valueOf).toList())
                .filter(all -> all.stream().allMatch(endpoint -> endpoint >= 1 && endpoint <= MAX_ENDPOINT));
    }

    void putLocks(long node, List<Integer> endpoints) {
        String text = endpoints.stream().map(String::valueOf).collect(Collectors.joining(" "));
        store.write(key(node), text.getBytes(StandardCharsets.US_ASCII));
    }

    void delete(long node) {
        store.delete(key(node));
        store.keys(notes(node)).forEach(store::delete);
    }

    /** Under which key the driver of a node's locks keeps what it must know. */
    static String notes(long node) {
        return "matter/notes/%016X".formatted(node);
    }

    private static String key(long node) {
        return LOCKS + "/%016X".formatted(node);
    }
}
