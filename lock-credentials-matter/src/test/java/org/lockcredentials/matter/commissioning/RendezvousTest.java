package org.lockcredentials.matter.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;
import org.lockcredentials.matter.discovery.CommissionableNode;
import org.lockcredentials.matter.discovery.DiscoveredNode;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.discovery.OperationalInstance;
import org.lockcredentials.matter.discovery.OperationalNode;
import org.lockcredentials.matter.discovery.SessionIntervals;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** Several devices may wait with one discriminator, and each may have several addresses. */
class RendezvousTest {

    private static final int DISCRIMINATOR = 3840;
    private static final CommissioningTarget TARGET = new CommissioningTarget(
            Secret.of(ScriptedDevice.PASSCODE),
            Optional.empty(),
            Optional.of(Discriminator.ofLong(DISCRIMINATOR)),
            Optional.empty(),
            Optional.empty());

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final ScriptedDevice other = new ScriptedDevice(time, new TestNode(network, time, 5541), "20202022");
    private final ScriptedDevice meant = new ScriptedDevice(time, new TestNode(network, time, 5542));
    private final InetSocketAddress nobody = network.port(5543).address();

    private VirtualController finding(CommissionableNode... nodes) {
        return new VirtualController(time, new TestNode(network, time, 5540), new Found(List.of(nodes)));
    }

    private static CommissionableNode node(String name, InetSocketAddress... addresses) {
        return new CommissionableNode(
                name,
                List.of(addresses),
                SessionIntervals.unknown(),
                DISCRIMINATOR,
                CommissionableNode.Window.BASIC,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Twenty wrong passcodes shut a device's window; its addresses are not to cost one each. */
    @Test
    void aWrongPasscodeIsTriedOnceOnEachDevice() {
        VirtualController controller = finding(
                node("A", other.address(), other.address(), other.address()), node("B", nobody, meant.address()));
        controller.commission(TARGET);
        assertEquals(List.of(CommissioningStep.PASSCODE), other.steps());
        assertTrue(meant.isCommitted());
    }

    @Test
    void aDeviceThatNobodyHasThePasscodeOfIsSaidToBeOne() {
        VirtualController controller = finding(node("A", other.address(), other.address()));
        CommissioningException wrong = assertThrows(CommissioningException.class, () -> controller.commission(TARGET));
        assertEquals(Kind.WRONG_PASSCODE, wrong.kind());
        assertEquals(List.of(CommissioningStep.PASSCODE), other.steps());
    }

    private record Found(List<CommissionableNode> nodes) implements Discovery {

        @Override
        public CompletableFuture<List<CommissionableNode>> commissionable(
                Discriminator discriminator, Duration within) {
            return CompletableFuture.completedFuture(nodes);
        }

        @Override
        public CompletableFuture<Optional<OperationalNode>> operational(OperationalInstance instance, Duration within) {
            return CompletableFuture.completedFuture(Optional.empty());
        }

        @Override
        public void forget(DiscoveredNode node) {
            // Nothing was remembered.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
