package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.generaldiagnostics.GeneralDiagnostics;
import org.lockcredentials.matter.cluster.operationalcredentials.OperationalCredentials;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.interaction.AttributeData;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.InteractionMessage;
import org.lockcredentials.matter.interaction.ReportData;
import org.lockcredentials.matter.interaction.SubscribeRequest;
import org.lockcredentials.matter.interaction.SubscribeResponse;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/** A node over the whole stack below it, on a network and a clock that the test owns. */
class MatterNodeTest {

    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long SUBSCRIPTION = 77;
    private static final int OUR_FABRIC = 2;

    private final LockOnNetwork bench = new LockOnNetwork();
    private final List<String> heard = new ArrayList<>();
    private final MatterNode node;

    MatterNodeTest() {
        bench.records.writeNow(bench.node, NodeRecord.NONE.at(bench.lock.address()));
        bench.lock.exchanges.handle(ProtocolId.INTERACTION_MODEL, MatterNodeTest::grant);
        node = new MatterNode(bench.site, LockOnNetwork.LOCK, Interest.clusters(0x101));
        node.listen(new NodeListener() {
            @Override
            public void happened(EventData event) {
                heard.add("event " + event.number());
            }

            @Override
            public void reachable(boolean reachable) {
                heard.add(reachable ? "reachable" : "unreachable");
            }

            @Override
            public void left() {
                heard.add("left");
            }
        });
        node.watch();
        bench.time.advance(A_WHILE);
        bench.host.drain();
    }

    /** Says what it is like, and that it was started once. */
    private static void grant(Exchange exchange, Received first) {
        assertTrue(decoded(first) instanceof SubscribeRequest);
        List<AttributeData> values = List.of(
                value(GeneralDiagnostics.REBOOT_COUNT.path(0), 1),
                value(OperationalCredentials.CURRENT_FABRIC_INDEX.path(0), OUR_FABRIC));
        ReportData report = new ReportData(Optional.of(SUBSCRIPTION), values, List.of(), List.of(), false, false);
        exchange.request(report.opcode(), report.encode(), PATIENCE).thenAccept(ready -> {
            SubscribeResponse terms = new SubscribeResponse(SUBSCRIPTION, Duration.ofMinutes(2));
            exchange.send(terms.opcode(), terms.encode());
            exchange.close();
        });
    }

    private static AttributeData value(AttributePath path, long number) {
        return new AttributeData(Optional.of(1L), path, new TlvElement.UnsignedInt(number));
    }

    private static InteractionMessage decoded(Received received) {
        try {
            return InteractionMessage.decode(received.opcode(), received.payload());
        } catch (DecodeException malformed) {
            throw new AssertionError(malformed);
        }
    }

    /** The lock reports an event. */
    private void report(EventData event) {
        Exchange exchange =
                bench.lock.exchanges.open(bench.responder.established().get(0), ProtocolId.INTERACTION_MODEL);
        ReportData report =
                new ReportData(Optional.of(SUBSCRIPTION), List.of(), List.of(), List.of(event), false, false);
        exchange.request(report.opcode(), report.encode(), PATIENCE).thenAccept(taken -> exchange.close());
        bench.time.advance(A_WHILE);
    }

    private static EventData event(long cluster, long id, long number, TlvStructure fields) {
        return new EventData(0, cluster, id, number, 2, Optional.empty(), Optional.empty(), fields);
    }

    private NodeRecord kept() {
        bench.time.settle();
        return bench.records.read(bench.node);
    }

    @Test
    void thatAnEventWasToldIsKeptOnceItWasTold() {
        report(event(0x101, 2, 5, new TlvStructure(List.of())));
        assertEquals(List.of("reachable"), heard);
        assertEquals(Optional.empty(), kept().lastEvent(), "a process that dies now tells it after its next start");
        bench.host.drain();
        assertEquals(List.of("reachable", "event 5"), heard);
        assertEquals(Optional.of(5L), kept().lastEvent());
        assertEquals(Optional.of(1), kept().reboots());
    }

    @Test
    void aNodeThatSaysGoodbyeToOurFabricIsGone() {
        report(event(
                BasicInformation.CLUSTER,
                BasicInformation.LEAVE.id(),
                5,
                Tlv.tree(fields -> fields.unsigned(0, OUR_FABRIC))));
        bench.host.drain();
        assertEquals(List.of("reachable", "event 5", "unreachable", "left"), heard);
    }
}
