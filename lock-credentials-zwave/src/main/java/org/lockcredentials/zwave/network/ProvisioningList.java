package org.lockcredentials.zwave.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The nodes that may join by themselves, as lines of text:
 *
 * <pre>
 * zwave-provisioned 1
 * code 9001…
 * granted S2_AccessControl S2_Authenticated
 * long-range
 * node 7
 * broken KEX_ECHO
 * </pre>
 */
final class ProvisioningList {

    private static final Logger log = LoggerFactory.getLogger(ProvisioningList.class);

    private static final String HEADER = "zwave-provisioned 1";
    private static final int PIN_BYTES = 2;

    private final StateStore store;
    private final String prefix;

    /** @param folder of the network */
    ProvisioningList(StateStore store, String folder) {
        this.store = store;
        this.prefix = folder + "/provisioned";
    }

    List<ProvisionedNode> all() {
        return store.keys(prefix).stream()
                .flatMap(key -> store.read(key).stream().flatMap(bytes -> read(bytes).stream()))
                .toList();
    }

    Optional<ProvisionedNode> find(Dsk.Whole dsk) {
        return store.read(key(dsk)).flatMap(ProvisioningList::read);
    }

    /** Keeps an entry, instead of an earlier one of the same node. */
    void keep(ProvisionedNode entry) {
        store.write(key(entry.code().dsk()), encode(entry));
    }

    void remove(Dsk.Whole dsk) {
        store.delete(key(dsk));
    }

    /** The node that has left may join again. */
    void left(int nodeId) {
        all().stream()
                .filter(entry -> entry.nodeId().equals(OptionalInt.of(nodeId)))
                .forEach(entry -> keep(entry.broken(Optional.empty())));
    }

    private static Optional<ProvisionedNode> read(byte[] bytes) {
        try {
            return Optional.of(decode(bytes));
        } catch (DecodeException malformed) {
            log.warn("an entry of the provisioning list cannot be read: {}", malformed.getMessage());
            return Optional.empty();
        }
    }

    static byte[] encode(ProvisionedNode entry) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.add("code " + entry.code().encode());
        lines.add(entry.granted().stream()
                .sorted()
                .map(SecurityClass::title)
                .collect(Collectors.joining(" ", "granted ", "")));
        if (entry.longRange()) {
            lines.add("long-range");
        }
        entry.nodeId().ifPresent(nodeId -> lines.add("node " + nodeId));
        entry.broken().ifPresent(stage -> lines.add("broken " + stage));
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws DecodeException if the bytes are not what {@link #encode} writes */
    static ProvisionedNode decode(byte[] bytes) throws DecodeException {
        List<String> lines =
                new String(bytes, StandardCharsets.US_ASCII).lines().toList();
        if (lines.size() < 3 || !lines.get(0).equals(HEADER)) {
            throw new DecodeException("no entry of a provisioning list");
        }
        SmartStartCode code = SmartStartCode.decode(words(lines.get(1), "code"));
        Set<SecurityClass> granted = new HashSet<>();
        for (String title : words(lines.get(2), "granted").split(" ")) {
            granted.add(SecurityClass.named(title).orElseThrow(() -> new DecodeException("no class of security")));
        }
        boolean longRange = false;
        OptionalInt nodeId = OptionalInt.empty();
        Optional<InclusionStage> broken = Optional.empty();
        for (String line : lines.subList(3, lines.size())) {
            if (line.equals("long-range")) {
                longRange = true;
            } else if (line.startsWith("node ")) {
                nodeId = OptionalInt.of(number(words(line, "node")));
            } else {
                broken = Optional.of(stage(words(line, "broken")));
            }
        }
        return new ProvisionedNode(code, granted, longRange, nodeId, broken);
    }

    private static String words(String line, String key) throws DecodeException {
        if (!line.startsWith(key + " ")) {
            throw new DecodeException("an entry of a provisioning list lacks its " + key);
        }
        return line.substring(key.length() + 1);
    }

    private static int number(String digits) throws DecodeException {
        if (!digits.matches("[0-9]{1,4}")) {
            throw new DecodeException("no node id");
        }
        return Integer.parseInt(digits);
    }

    private static InclusionStage stage(String name) throws DecodeException {
        return Arrays.stream(InclusionStage.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new DecodeException("no stage of an inclusion"));
    }

    /** Named by what the node sends in the clear, not by its pin. */
    private String key(Dsk.Whole dsk) {
        byte[] bytes = dsk.toBytes();
        return prefix + "/" + HexFormat.of().formatHex(bytes, PIN_BYTES, bytes.length);
    }
}
