package org.lockcredentials.zwave.network;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.security.SecurityClass;

/**
 * What is kept of nodes that are joining: written before the node can be mistaken for one without security, gone when it is known.
 *
 * <p>One line each, {@code broken STAGE} or {@code granted CLASS…}.
 */
public final class JoinNotes {

    /** How far a node had come. */
    public sealed interface Note {

        /** It did not get beyond this stage, and is not to be used. */
        record Broken(InclusionStage stage) implements Note {}

        /** It has the keys of these classes; none if the host allows it without. What it is good for is not known yet. */
        record Granted(Set<SecurityClass> classes) implements Note {}
    }

    private final StateStore store;
    private final String prefix;

    /** @param folder of the network */
    public JoinNotes(StateStore store, String folder) {
        this.store = store;
        this.prefix = folder + "/joining";
    }

    /** What is kept of a node; what cannot be read is as good as broken. */
    public Optional<Note> find(int nodeId) {
        return store.read(key(nodeId)).map(bytes -> {
            List<String> words =
                    List.of(new String(bytes, StandardCharsets.US_ASCII).strip().split(" "));
            return words.get(0).equals("granted") ? granted(words) : broken(words);
        });
    }

    private static Note broken(List<String> words) {
        return new Note.Broken(Arrays.stream(InclusionStage.values())
                .filter(each -> words.contains(each.name()))
                .findFirst()
                .orElse(InclusionStage.START));
    }

    private static Note granted(List<String> words) {
        Set<SecurityClass> classes = new HashSet<>();
        for (String word : words.subList(1, words.size())) {
            Optional<SecurityClass> named = SecurityClass.named(word);
            if (named.isEmpty()) {
                return new Note.Broken(InclusionStage.SECURITY);
            }
            classes.add(named.get());
        }
        return new Note.Granted(classes);
    }

    /** The node has got, or has broken, no further than this. */
    void broken(int nodeId, InclusionStage stage) {
        write(nodeId, "broken " + stage);
    }

    void granted(int nodeId, Set<SecurityClass> classes) {
        write(
                nodeId,
                classes.stream()
                        .sorted()
                        .map(SecurityClass::title)
                        .collect(Collectors.joining(" ", "granted ", ""))
                        .strip());
    }

    /** The node is known for what it is, or gone. */
    public void clear(int nodeId) {
        store.delete(key(nodeId));
    }

    /** Forgets the nodes that the network does not have any more. */
    public void retain(Collection<Integer> nodeIds) {
        store.keys(prefix).stream()
                .filter(key -> nodeIds.stream().noneMatch(nodeId -> key(nodeId).equals(key)))
                .forEach(store::delete);
    }

    private void write(int nodeId, String line) {
        store.write(key(nodeId), (line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private String key(int nodeId) {
        return prefix + "/" + nodeId;
    }
}
