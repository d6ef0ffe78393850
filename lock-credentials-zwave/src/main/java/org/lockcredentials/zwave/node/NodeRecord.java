package org.lockcredentials.zwave.node;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.security.NodeSecurity;

/**
 * A known node as lines of text, one fact each:
 *
 * <pre>
 * zwave-node 1
 * node 7 FREQUENTLY_LISTENING
 * granted S2_AccessControl S0_Legacy
 * open 55 5e 6c
 * segments
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
        encode(node.security(), lines);
        node.product()
                .ifPresent(product -> lines.add("product " + HEX.toHexDigits((short) product.manufacturer()) + " "
                        + HEX.toHexDigits((short) product.type()) + " " + HEX.toHexDigits((short) product.id())));
        for (KnownEndpoint lock : node.locks()) {
            lines.add("lock " + lock.endpoint());
            lines.add("classes" + hex(lock.classes()));
            lock.reports().forEach(report -> lines.add("report " + HEX.formatHex(report.encode())));
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** A node without security says nothing of it. */
    private static void encode(NodeSecurity security, List<String> lines) {
        if (!security.granted().isEmpty()) {
            lines.add("granted"
                    + new TreeSet<>(security.granted())
                            .stream().map(each -> " " + each.title()).collect(Collectors.joining()));
            lines.add("open" + hex(security.open()));
        }
        if (security.segments()) {
            lines.add("segments");
        }
    }

    private static String hex(Set<Integer> numbers) {
        return new TreeSet<>(numbers)
                .stream().map(each -> " " + Integer.toHexString(each)).collect(Collectors.joining());
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
        NodeSecurity security = security(lines);
        Optional<Product> product = Optional.empty();
        if (begins(lines, "product")) {
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
        return new KnownNode(Integer.parseInt(head.get(1)), NodeKind.valueOf(head.get(2)), security, product, locks);
    }

    private static NodeSecurity security(List<List<String>> lines) throws DecodeException {
        Set<SecurityClass> granted = EnumSet.noneOf(SecurityClass.class);
        Set<Integer> open = Set.of();
        if (begins(lines, "granted")) {
            for (String title : lines.remove(0)) {
                SecurityClass.named(title).ifPresent(granted::add);
            }
            expect(begins(lines, "open"));
            open = numbers(lines.remove(0));
        }
        boolean segments = begins(lines, "segments");
        if (segments) {
            lines.remove(0);
        }
        return new NodeSecurity(granted, open, segments);
    }

    private static boolean begins(List<List<String>> lines, String word) {
        return !lines.isEmpty() && lines.get(0).get(0).equals(word);
    }

    private static Set<Integer> numbers(List<String> words) {
        return words.stream().skip(1).map(HexFormat::fromHexDigits).collect(Collectors.toSet());
    }

    private static KnownEndpoint lock(List<List<String>> lines) throws DecodeException {
        List<String> head = lines.remove(0);
        expect(head.get(0).equals("lock"));
        List<String> classes = lines.remove(0);
        expect(classes.get(0).equals("classes"));
        List<Command> reports = new ArrayList<>();
        while (begins(lines, "report")) {
            reports.add(Commands.decode(HEX.parseHex(lines.remove(0).get(1))));
        }
        return new KnownEndpoint(Integer.parseInt(head.get(1)), numbers(classes), reports);
    }

    private static void expect(boolean condition) throws DecodeException {
        if (!condition) {
            throw new DecodeException("a node record is malformed");
        }
    }
}
