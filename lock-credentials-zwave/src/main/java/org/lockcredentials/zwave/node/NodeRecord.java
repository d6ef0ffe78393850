package org.lockcredentials.zwave.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.transport.NodeKind;

/**
 * A known node as lines of text, one fact each:
 *
 * <pre>
 * zwave-node 1
 * node 7 FREQUENTLY_LISTENING
 * product FFF0 0001 0003
 * lock 0
 * classes 62 63 6C
 * report 63051E001E
 * </pre>
 *
 * <p>The decoder takes what the encoder writes and nothing else; what it does not take is asked of the node anew.
 */
public final class NodeRecord {

    private static final String HEADER = "zwave-node 1";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int MAX_LENGTH = 1 << 16;

    private NodeRecord() {}

    public static byte[] encode(KnownNode node) {
        List<String> lines = new ArrayList<>();
        lines.add(HEADER);
        lines.add("node " + node.nodeId() + " " + node.kind());
        node.product()
                .ifPresent(product -> lines.add("product " + HEX.toHexDigits((short) product.manufacturer()) + " "
                        + HEX.toHexDigits((short) product.type()) + " " + HEX.toHexDigits((short) product.id())));
        for (KnownEndpoint lock : node.locks()) {
            lines.add("lock " + lock.endpoint());
            lines.add("classes "
                    + new TreeSet<>(lock.classes())
                            .stream().map(Integer::toHexString).collect(Collectors.joining(" ")));
            lock.reports().forEach(report -> lines.add("report " + HEX.formatHex(report.encode())));
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws DecodeException if the bytes are not what {@link #encode} writes */
    public static KnownNode decode(byte[] bytes) throws DecodeException {
        if (bytes.length > MAX_LENGTH) {
            throw new DecodeException("a node record has " + bytes.length + " bytes");
        }
        try {
            KnownNode node = decode(new String(bytes, StandardCharsets.US_ASCII)
                    .lines()
                    .map(line -> List.of(line.split(" ")))
                    .collect(Collectors.toCollection(ArrayList::new)));
            if (!Arrays.equals(encode(node), bytes)) {
                throw new DecodeException("a node record is not in its canonical form");
            }
            return node;
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            throw new DecodeException("a node record is malformed");
        }
    }

    private static KnownNode decode(List<List<String>> lines) throws DecodeException {
        expect(String.join(" ", lines.remove(0)).equals(HEADER));
        List<String> head = lines.remove(0);
        expect(head.get(0).equals("node"));
        Optional<Product> product = Optional.empty();
        if (!lines.isEmpty() && lines.get(0).get(0).equals("product")) {
            List<String> words = lines.remove(0);
            product = Optional.of(new Product(
                    HexFormat.fromHexDigits(words.get(1)),
                    HexFormat.fromHexDigits(words.get(2)),
                    HexFormat.fromHexDigits(words.get(3))));
        }
        List<KnownEndpoint> locks = new ArrayList<>();
        while (!lines.isEmpty()) {
            locks.add(lock(lines));
        }
        return new KnownNode(Integer.parseInt(head.get(1)), NodeKind.valueOf(head.get(2)), product, locks);
    }

    private static KnownEndpoint lock(List<List<String>> lines) throws DecodeException {
        List<String> head = lines.remove(0);
        expect(head.get(0).equals("lock"));
        List<String> classes = lines.remove(0);
        expect(classes.get(0).equals("classes"));
        Set<Integer> ids =
                classes.stream().skip(1).map(HexFormat::fromHexDigits).collect(Collectors.toSet());
        List<Command> reports = new ArrayList<>();
        while (!lines.isEmpty() && lines.get(0).get(0).equals("report")) {
            reports.add(Commands.decode(HEX.parseHex(lines.remove(0).get(1))));
        }
        return new KnownEndpoint(Integer.parseInt(head.get(1)), ids, reports);
    }

    private static void expect(boolean condition) throws DecodeException {
        if (!condition) {
            throw new DecodeException("a node record is malformed");
        }
    }
}
