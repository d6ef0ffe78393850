package org.lockcredentials.zwave.node;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.security.NodeSecurity;

/** What is kept of a node is read back as it was, and nothing else is. */
final class NodeRecordProperties {

    private static final KnownNode LOCK = new KnownNode(
            7,
            NodeKind.FREQUENTLY_LISTENING,
            new NodeSecurity(
                    Set.of(SecurityClass.S0_LEGACY, SecurityClass.S2_ACCESS_CONTROL), Set.of(0x5E, 0x55), true),
            Optional.of(new Product(0x3B, 1, 0x0203)),
            List.of(new KnownEndpoint(
                    0,
                    Set.of(0x62, 0x63, 0x6C),
                    List.of(new UsersNumber.Report(30), new CommandClassVersion.Report(0x63, 2)))));

    @Test
    void aRecordIsReadBackAndReadableByPeople() throws DecodeException {
        assertEquals(LOCK, NodeRecord.decode(NodeRecord.encode(LOCK)));
        assertEquals("""
                zwave-node 1
                node 7 FREQUENTLY_LISTENING
                granted S2_AccessControl S0_Legacy
                open 55 5e
                segments
                product 003B 0001 0203
                lock 0
                classes 62 63 6c
                report 63051E001E
                report 86146302
                """, new String(NodeRecord.encode(LOCK), StandardCharsets.US_ASCII));
    }

    @Property
    void anyNodeIsReadBack(
            @ForAll @IntRange(min = 1, max = 65_535) int nodeId,
            @ForAll NodeKind kind,
            @ForAll @Size(max = 20) Set<@IntRange(max = 255) Integer> classes,
            @ForAll @IntRange(max = 127) int endpoint)
            throws DecodeException {
        KnownNode node = new KnownNode(
                nodeId,
                kind,
                NodeSecurity.none(),
                Optional.empty(),
                List.of(new KnownEndpoint(endpoint, classes, List.of())));
        byte[] bytes = NodeRecord.encode(node);
        assertArrayEquals(bytes, NodeRecord.encode(NodeRecord.decode(bytes)));
    }

    @Property
    void damageIsNoticedOrHarmless(@ForAll @IntRange(max = 90) int position, @ForAll byte damage)
            throws DecodeException {
        byte[] bytes = NodeRecord.encode(LOCK);
        bytes[position] = damage;
        try {
            assertArrayEquals(bytes, NodeRecord.encode(NodeRecord.decode(bytes)));
        } catch (DecodeException noticed) {
            assertEquals(DecodeException.class, noticed.getClass());
        }
    }

    @Property
    void anyBytesAreDecodedOrRefused(@ForAll byte[] bytes) {
        try {
            NodeRecord.decode(bytes);
        } catch (DecodeException refused) {
            assertEquals(DecodeException.class, refused.getClass());
        }
    }

    @Test
    void aRecordOfALaterFormIsRefused() {
        byte[] later = "zwave-node 2\nnode 7 LISTENING\n".getBytes(StandardCharsets.US_ASCII);
        assertThrows(DecodeException.class, () -> NodeRecord.decode(later));
    }
}
