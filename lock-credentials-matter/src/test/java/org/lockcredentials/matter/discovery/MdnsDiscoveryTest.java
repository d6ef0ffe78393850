package org.lockcredentials.matter.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet6Address;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.discovery.CommissionableNode.Window;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsRecord;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.testing.ManualScheduler;

class MdnsDiscoveryTest {

    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final DnsName DEVICE = DnsName.of("1B096EF6122337DC._matterc._udp.local");
    private static final DnsName OTHER = DnsName.of("2B096EF6122337DC._matterc._udp.local");
    private static final DnsName LONG = DnsName.of("_L3840._sub._matterc._udp.local");
    private static final DnsName SHORT = DnsName.of("_S15._sub._matterc._udp.local");
    private static final OperationalInstance NODE = new OperationalInstance(0x87E1B004E235A130L, 0x8FC7772401CD0696L);
    private static final DnsName NODE_NAME = DnsName.of("87E1B004E235A130-8FC7772401CD0696._matter._tcp.local");

    private final ManualScheduler time = new ManualScheduler();
    private final ScriptedNetwork network = new ScriptedNetwork();
    private final MdnsDiscovery discovery = new MdnsDiscovery(time.executor(), time, network);

    @BeforeEach
    void aDeviceAndANode() throws UnknownHostException {
        network.has(LONG, new DnsData.Pointer(DEVICE));
        network.has(SHORT, new DnsData.Pointer(DEVICE));
        network.has(
                DEVICE,
                "D=3840",
                "VP=65521+32768",
                "CM=1",
                "DT=10",
                "DN=Front door",
                "SII=5000",
                "SAI=300",
                "SAT=4000",
                "PH=33");
        network.has(DEVICE, new DnsData.Service(0, 0, 5540, ScriptedNetwork.HOST));
        network.has(NODE_NAME, "SII=800", "T=1");
        network.has(NODE_NAME, new DnsData.Service(0, 0, 5541, ScriptedNetwork.HOST));
        network.hasHost("192.168.1.7", "fe80::9580:b733:6f54:9f43", "2001:db8::7", "fd11::7", "::1", "0.0.0.0");
    }

    @AfterEach
    void close() {
        discovery.close();
        time.settle();
        assertEquals(0, time.pending(), "something goes on after the end");
    }

    @Test
    void followsADiscriminatorToTheAddress() {
        CommissionableNode node = only(done(search(Discriminator.ofLong(3840))));
        assertEquals("1B096EF6122337DC", node.name());
        assertEquals(3840, node.discriminator());
        assertEquals(Window.BASIC, node.window());
        assertEquals(Optional.of(0xFFF1), node.vendorId());
        assertEquals(Optional.of(0x8000), node.productId());
        assertEquals(Optional.of(10L), node.deviceType());
        assertEquals(Optional.of("Front door"), node.deviceName());
        assertEquals(Optional.of(33), node.pairingHint());
        assertEquals(
                new SessionIntervals(
                        Optional.of(Duration.ofSeconds(5)),
                        Optional.of(Duration.ofMillis(300)),
                        Optional.of(Duration.ofSeconds(4))),
                node.intervals());
        assertEquals(
                List.of(
                        "12 _L3840._sub._matterc._udp.local QU",
                        "33 1B096EF6122337DC._matterc._udp.local QU",
                        "16 1B096EF6122337DC._matterc._udp.local QU",
                        "28 B2A1.local QU",
                        "1 B2A1.local QU"),
                network.asked());
    }

    @Test
    void ordersAddressesAndGivesLinkLocalOnesTheirScope() {
        CommissionableNode node = only(done(search(Discriminator.ofLong(3840))));
        assertEquals(
                List.of(
                        "fd11:0:0:0:0:0:0:7",
                        "2001:db8:0:0:0:0:0:7",
                        "fe80:0:0:0:9580:b733:6f54:9f43%3",
                        "192.168.1.7"),
                node.addresses().stream()
                        .map(each -> each.getAddress().getHostAddress())
                        .toList());
        assertEquals(
                ScriptedNetwork.LINK, ((Inet6Address) node.addresses().get(2).getAddress()).getScopeId());
        assertTrue(node.addresses().stream().allMatch(each -> each.getPort() == 5540));
    }

    @Test
    void aLinkLocalAddressOfAnUnknownInterfaceLeadsNowhere() {
        network.link = 0;
        assertFalse(only(done(search(Discriminator.ofLong(3840)))).addresses().stream()
                .anyMatch(each -> each.getAddress().isLinkLocalAddress()));
    }

    @Test
    void aShortDiscriminatorWaitsForOthersToo() {
        CompletableFuture<List<CommissionableNode>> search = search(Discriminator.ofShort(15));
        time.settle();
        assertFalse(search.isDone());
        network.has(SHORT, new DnsData.Pointer(OTHER));
        network.has(OTHER, "D=3841", "CM=2");
        network.has(OTHER, new DnsData.Service(0, 0, 5542, ScriptedNetwork.HOST));
        network.says(new DnsRecord(SHORT, false, 120, new DnsData.Pointer(OTHER)));
        assertEquals(
                List.of("3840 BASIC", "3841 ENHANCED"),
                done(search).stream()
                        .map(each -> each.discriminator() + " " + each.window())
                        .toList());
        assertTrue(time.nanoTime() < Duration.ofMillis(200).toNanos());
    }

    @Test
    void neitherAClosedWindowNorAnotherDiscriminatorIsTold() {
        network.forgets();
        network.has(LONG, new DnsData.Pointer(DEVICE));
        network.has(DEVICE, "D=3840", "CM=0");
        network.has(DEVICE, new DnsData.Service(0, 0, 5540, ScriptedNetwork.HOST));
        network.has(LONG, new DnsData.Pointer(OTHER));
        network.has(OTHER, "D=3841", "CM=1");
        network.has(OTHER, new DnsData.Service(0, 0, 5540, ScriptedNetwork.HOST));
        assertEquals(List.of(), done(search(Discriminator.ofLong(3840))));
    }

    @Test
    void asksAgainAfterLongerPausesAndOfEverybody() {
        network.deaf = true;
        CompletableFuture<List<CommissionableNode>> search = search(Discriminator.ofLong(3840));
        time.advance(Duration.ofMillis(6_900));
        String question = "12 _L3840._sub._matterc._udp.local";
        assertEquals(List.of(question + " QU", question, question), network.asked());
        network.deaf = false;
        assertEquals(1, done(search).size());
        assertEquals(Duration.ofSeconds(7).toNanos(), time.nanoTime());
    }

    @Test
    void aSharedPortTakesNoUnicast() {
        network.takesUnicast = false;
        done(search(Discriminator.ofLong(3840)));
        assertTrue(network.asked().stream().noneMatch(each -> each.endsWith("QU")), network.asked()::toString);
    }

    /** RFC 6762 7.1. */
    @Test
    void tellsWhatItKnowsWhenItAsksAgain() {
        network.forgets();
        network.has(LONG, new DnsData.Pointer(DEVICE));
        CompletableFuture<List<CommissionableNode>> search = search(Discriminator.ofLong(3840));
        time.advance(Duration.ofSeconds(1));
        assertEquals(
                List.of(new DnsRecord(LONG, false, 119, new DnsData.Pointer(DEVICE))),
                network.sent.get(network.sent.size() - 1).answers());
        search.cancel(false);
    }

    @Test
    void endsWithNothingWhenTimeIsUp() {
        network.forgets();
        assertEquals(List.of(), done(search(Discriminator.ofLong(3840))));
        assertEquals(WITHIN.toNanos(), time.nanoTime());
        int asked = network.sent.size();
        time.advance(Duration.ofMinutes(5));
        assertEquals(asked, network.sent.size());
    }

    @Test
    void aNodeThatWasHeardOfNeedsNoQuestion() {
        OperationalNode node = done(search(NODE)).orElseThrow();
        assertEquals(NODE, node.instance());
        assertEquals("/[fd11:0:0:0:0:0:0:7]:5541", node.addresses().get(0).toString());
        assertEquals(Optional.of(Duration.ofMillis(800)), node.intervals().idle());
        int asked = network.sent.size();
        assertEquals(Optional.of(node), done(search(NODE)));
        assertEquals(asked, network.sent.size());
    }

    @Test
    void aNodeThatIsForgottenIsAskedForAgain() throws UnknownHostException {
        OperationalNode node = done(search(NODE)).orElseThrow();
        discovery.forget(node);
        network.forgets();
        network.has(NODE_NAME, "T=1");
        network.has(NODE_NAME, new DnsData.Service(0, 0, 9999, ScriptedNetwork.HOST));
        network.hasHost("fd11::8");
        assertEquals(
                "[/[fd11:0:0:0:0:0:0:8]:9999]",
                done(search(NODE)).orElseThrow().addresses().toString());
    }

    @Test
    void aNodeThatSaidGoodbyeIsAskedForAgain() {
        done(search(NODE));
        network.says(new DnsRecord(NODE_NAME, false, 0, new DnsData.Service(0, 0, 5541, ScriptedNetwork.HOST)));
        time.advance(Duration.ofSeconds(2));
        network.forgets();
        assertEquals(Optional.empty(), done(search(NODE)));
    }

    @Test
    void whatWasHeardEndsWithItsTime() {
        done(search(NODE));
        time.advance(Duration.ofSeconds(121));
        network.forgets();
        assertEquals(Optional.empty(), done(search(NODE)));
    }

    /** A window may have been closed since, and a device have moved to another port. */
    @Test
    void aDeviceInCommissioningModeIsAskedForEachTime() {
        done(search(Discriminator.ofLong(3840)));
        time.advance(Duration.ofSeconds(1));
        network.forgets();
        assertEquals(List.of(), done(search(Discriminator.ofLong(3840))));
    }

    @Test
    void aNodeWithoutAttributesIsToldAtLast() throws UnknownHostException {
        network.forgets();
        network.has(NODE_NAME, new DnsData.Service(0, 0, 5541, ScriptedNetwork.HOST));
        network.hasHost("fd11::7");
        OperationalNode node = done(search(NODE)).orElseThrow();
        assertEquals(SessionIntervals.unknown(), node.intervals());
        assertEquals(WITHIN.toNanos(), time.nanoTime());
    }

    @Test
    void anAnnouncementEndsASearch() {
        network.deaf = true;
        CompletableFuture<Optional<OperationalNode>> search = search(NODE);
        time.advance(Duration.ofMillis(500));
        network.deaf = false;
        network.says(
                new DnsRecord(NODE_NAME, true, 120, new DnsData.Service(0, 0, 5541, ScriptedNetwork.HOST)),
                new DnsRecord(NODE_NAME, true, 4500, new DnsData.Text(List.of("T=1"))));
        assertTrue(done(search).isPresent());
        assertEquals(Duration.ofMillis(500).toNanos(), time.nanoTime());
    }

    @Test
    void attributesThatAreNotWellFormedAreNotTold() throws UnknownHostException {
        network.forgets();
        network.has(LONG, new DnsData.Pointer(DEVICE));
        network.has(
                DEVICE,
                "D=3840",
                "CM=1",
                "VP=99999+x",
                "SII=3600001",
                "SAI=-5",
                "SAT=",
                "DT=4294967296",
                "DN=" + "x".repeat(33));
        network.has(DEVICE, new DnsData.Service(0, 0, 5540, ScriptedNetwork.HOST));
        network.hasHost("fd11::7");
        CommissionableNode node = only(done(search(Discriminator.ofLong(3840))));
        assertEquals(SessionIntervals.unknown(), node.intervals());
        assertEquals(Optional.empty(), node.vendorId());
        assertEquals(Optional.empty(), node.productId());
        assertEquals(Optional.empty(), node.deviceType());
        assertEquals(Optional.empty(), node.deviceName());
    }

    @Test
    void whatIsNoAnswerChangesNothing() {
        network.deaf = true;
        CompletableFuture<Optional<OperationalNode>> search = search(NODE);
        time.settle();
        network.hears(new byte[0]);
        network.hears(new byte[] {0, 0, (byte) 0x84, 0, 0, 0, 0, 9});
        network.hears(network.sent.get(0).encode());
        time.settle();
        assertFalse(search.isDone());
        network.deaf = false;
        assertTrue(done(search).isPresent());
    }

    /** A thousand names under one discriminator lead to no thousand questions. */
    @Test
    void aLiarDoesNotMakeItFloodTheNetwork() {
        network.forgets();
        CompletableFuture<List<CommissionableNode>> search = search(Discriminator.ofLong(3840));
        time.settle();
        for (int i = 0; i < 1000; i++) {
            DnsName name = DnsName.of("_matterc._udp.local").child(String.format("%016X", i));
            network.says(new DnsRecord(LONG, false, 120, new DnsData.Pointer(name)));
            time.settle();
        }
        assertTrue(network.asked().size() <= 40, network.asked().size() + " questions");
        assertEquals(List.of(), done(search));
    }

    @Test
    void aCancelledSearchAsksNoMore() {
        network.deaf = true;
        CompletableFuture<Optional<OperationalNode>> search = search(NODE);
        time.settle();
        int asked = network.sent.size();
        search.cancel(false);
        time.advance(Duration.ofMinutes(1));
        assertEquals(asked, network.sent.size());
    }

    @Test
    void closingCancelsWhatIsOpenAndWhatComesLater() {
        network.deaf = true;
        CompletableFuture<Optional<OperationalNode>> search = search(NODE);
        time.settle();
        discovery.close();
        discovery.close();
        assertTrue(search.isCancelled());
        assertTrue(search(NODE).isCancelled());
        assertTrue(network.closed);
    }

    private CompletableFuture<List<CommissionableNode>> search(Discriminator discriminator) {
        return discovery.commissionable(discriminator, WITHIN);
    }

    private CompletableFuture<Optional<OperationalNode>> search(OperationalInstance instance) {
        return discovery.operational(instance, WITHIN);
    }

    private <T> T done(CompletableFuture<T> future) {
        time.advanceUntilDone(future, WITHIN);
        return future.join();
    }

    private static CommissionableNode only(List<CommissionableNode> nodes) {
        assertEquals(1, nodes.size(), nodes::toString);
        return nodes.get(0);
    }

    /** One instance that claims to be on hundreds of hosts has us ask about few of them. */
    @Test
    void whoClaimsManyHostsIsNotAskedAboutAll() {
        for (int i = 0; i < 300; i++) {
            network.has(NODE_NAME, new DnsData.Service(0, 0, 5541, DnsName.of("host" + i + ".local")));
        }
        done(search(NODE));
        assertTrue(
                network.asked().stream().filter(each -> each.contains("host")).count() < 20,
                () -> network.asked().size() + " questions");
    }
}
