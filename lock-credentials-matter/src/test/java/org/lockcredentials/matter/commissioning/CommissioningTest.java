package org.lockcredentials.matter.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;
import org.lockcredentials.matter.commissioning.ScriptedDevice.Manner;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.node.Interest;
import org.lockcredentials.matter.node.MatterNode;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

/** What is left on either side when commissioning fails, whichever step it is that fails, and however. */
class CommissioningTest {

    private static final Duration LONGER_THAN_THE_FAIL_SAFE = Duration.ofMinutes(2);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final VirtualController controller = new VirtualController(time, new TestNode(network, time, 5540));
    private final ScriptedDevice device = new ScriptedDevice(time, new TestNode(network, time, 5541));
    private final CommissioningTarget target =
            CommissioningTarget.at(device.address(), Secret.of(ScriptedDevice.PASSCODE));

    private CommissioningException failure() {
        return assertThrows(CommissioningException.class, () -> controller.commission(target));
    }

    private void nothingIsLeft() {
        assertEquals(List.of(), controller.kept());
        assertEquals(List.of(), controller.node.store.keys("matter/resumption"));
        time.advance(LONGER_THAN_THE_FAIL_SAFE);
        assertFalse(device.isInFabric());
        assertFalse(device.isArmed());
        assertEquals(List.of(), controller.node.sessions.all());
        // The device waits as it did, and so does the fabric.
        long joined = controller.commission(target).nodeId();
        assertTrue(device.isCommitted());
        assertEquals(List.of(joined), controller.kept());
    }

    @Test
    void aDeviceJoins() {
        CommissionedNode joined = controller.commission(target);
        assertTrue(device.isCommitted());
        assertEquals(List.of(joined.nodeId()), controller.kept());
        assertEquals(ScriptedDevice.PRODUCT, joined.productId());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DISCOVERY", "TIME"})
    void aRefusalOfAnyStepLeavesNothingOnEitherSide(CommissioningStep step) {
        device.at(step, Manner.REFUSES);
        CommissioningException refused = failure();
        assertEquals(step, refused.step());
        assertEquals(Optional.empty(), refused.kept());
        nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DISCOVERY", "TIME", "COMPLETE"})
    void anAnswerThatIsLostInAnyStepLeavesNothingOnEitherSide(CommissioningStep step) {
        device.at(step, Manner.DOES_UNHEARD);
        CommissioningException lost = failure();
        assertEquals(Kind.UNREACHABLE, lost.kind());
        assertEquals(step, lost.step());
        assertEquals(Optional.empty(), lost.kept());
        nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DISCOVERY", "PASSCODE", "TIME", "COMPLETE"})
    void aDeviceThatIsGoneForAWhileInAnyStepTakesAllBackByItself(CommissioningStep step) {
        CompletableFuture<CommissionedNode> gone =
                controller.begin(target, begun -> device.silent(begun == step), () -> false);
        assertEquals(
                step,
                assertThrows(CommissioningException.class, () -> controller.outcome(gone))
                        .step());
        device.silent(false);
        nothingIsLeft();
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"DISCOVERY"})
    void whatIsCalledOffBeforeAnyStepLeavesNothingOnEitherSide(CommissioningStep step) {
        List<CommissioningStep> begun = new ArrayList<>();
        CompletableFuture<CommissionedNode> called =
                controller.begin(target, begun::add, () -> begun.size() == step.ordinal());
        CommissioningException off = assertThrows(CommissioningException.class, () -> controller.outcome(called));
        assertEquals(Kind.CANCELLED, off.kind());
        assertEquals(step, off.step());
        nothingIsLeft();
    }

    @Test
    void aLostAnswerToTheLastStepIsAskedForAgain() {
        device.at(CommissioningStep.COMPLETE, Manner.DOES_UNHEARD);
        controller.commission(target);
        assertTrue(device.isCommitted());
    }

    @Test
    void aLastStepThatWasNotHeardIsDoneTheSecondTime() {
        device.at(CommissioningStep.COMPLETE, Manner.HEARS_NOTHING);
        controller.commission(target);
        assertTrue(device.isCommitted());
    }

    @Test
    void aDeviceThatMayBeInForGoodIsKept() {
        device.at(CommissioningStep.COMPLETE, Manner.DOES_UNHEARD, Manner.HEARS_NOTHING);
        CommissioningException lost = failure();
        assertTrue(device.isCommitted());
        assertEquals(CommissioningStep.COMPLETE, lost.step());
        assertEquals(Kind.UNREACHABLE, lost.kind());
        assertEquals(controller.kept(), List.of(lost.kept().orElseThrow()));
        time.advance(LONGER_THAN_THE_FAIL_SAFE);
        controller.outcome(new Administration(controller.site)
                .remove(new MatterNode(controller.site.nodes(), lost.kept().orElseThrow(), Interest.clusters())));
        assertFalse(device.isInFabric());
        assertEquals(List.of(), controller.kept());
    }

    @Test
    void aRefusalOfTheSecondTimeSaysNothingOfTheFirst() {
        device.at(CommissioningStep.COMPLETE, Manner.DOES_UNHEARD, Manner.REFUSES);
        CommissioningException lost = failure();
        assertTrue(device.isCommitted());
        assertEquals(controller.kept(), List.of(lost.kept().orElseThrow()));
    }

    @Test
    void aDeviceThatSaysThatItTookAllBackIsNotKept() {
        device.at(CommissioningStep.COMPLETE, Manner.HEARS_NOTHING, Manner.HEARS_NOTHING);
        CommissioningException lost = failure();
        assertFalse(device.isInFabric());
        assertEquals(Optional.empty(), lost.kept());
        nothingIsLeft();
    }

    @Test
    void aControllerThatIsClosedBeforeTheLastAnswerKeepsTheDevice() {
        CompletableFuture<CommissionedNode> cut = controller.begin(
                target,
                step -> {
                    if (step == CommissioningStep.COMPLETE) {
                        time.schedule(
                                Duration.ofMillis(3),
                                () -> controller.node.actor.execute(controller.node.exchanges::close));
                    }
                },
                () -> false);
        CommissioningException closed = assertThrows(CommissioningException.class, () -> controller.outcome(cut));
        time.advance(LONGER_THAN_THE_FAIL_SAFE);
        assertTrue(device.isCommitted());
        assertEquals(Kind.CLOSED, closed.kind());
        assertEquals(controller.kept(), List.of(closed.kept().orElseThrow()));
    }

    /** The process dies between the note of the node and the node's own. */
    @Test
    void aCrashBeforeTheLastStepLeavesANodeThatCanBeForgotten() {
        network.dropIf(sent -> !controller.kept().isEmpty());
        controller.begin(target, step -> {}, () -> false);
        time.advance(Duration.ofSeconds(1));
        List<Long> kept = controller.kept();
        assertEquals(1, kept.size());
        time.advance(LONGER_THAN_THE_FAIL_SAFE);
        assertFalse(device.isInFabric());
        controller.outcome(new Administration(controller.site).forget(kept.get(0)));
        assertEquals(List.of(), controller.kept());
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        CompletableFuture<CommissionedNode> joined = controller.begin(
                target,
                step -> {
                    throw new IllegalStateException("the host's");
                },
                () -> false);
        controller.outcome(joined);
        assertTrue(device.isCommitted());
    }

    @Test
    void aHostThatShutsItsExecutorDownIsNotLeftWaiting() {
        CompletableFuture<CommissionedNode> cut = controller.begin(
                target,
                step -> {
                    if (step == CommissioningStep.ATTESTATION) {
                        controller.shutDown();
                    }
                },
                () -> false);
        CommissioningException closed = assertThrows(CommissioningException.class, () -> controller.outcome(cut));
        assertEquals(CommissioningStep.ATTESTATION, closed.step());
        assertEquals(Kind.CLOSED, closed.kind());
        assertFalse(device.isInFabric());
        assertFalse(device.isArmed());
    }

    @Test
    void theStepsAreToldInOrder() {
        List<CommissioningStep> told = new ArrayList<>();
        controller.outcome(controller.begin(target, told::add, () -> false));
        assertEquals(Arrays.asList(CommissioningStep.values()), told);
    }

    @Test
    void whoDecidesForLongKeepsTheFailSafeArmedAndWhoNeverDoesRefuses() {
        CompletableFuture<Void> decision = new CompletableFuture<>();
        CompletableFuture<CommissionedNode> waiting = decided(decision);
        time.advance(Duration.ofMinutes(4));
        assertTrue(device.isArmed());
        assertTrue(device.armings().size() > 10, "each 20 s for 4 min: " + device.armings());
        decision.complete(null);
        controller.outcome(waiting);
        assertTrue(device.isCommitted());
    }

    @Test
    void whoNeverDecidesRefuses() {
        CompletableFuture<CommissionedNode> waiting = decided(new CompletableFuture<>());
        time.advance(Duration.ofMinutes(6));
        CommissioningException late = assertThrows(CommissioningException.class, () -> controller.outcome(waiting));
        assertEquals(Kind.ATTESTATION_REFUSED, late.kind());
        nothingIsLeft();
    }

    private CompletableFuture<CommissionedNode> decided(CompletableFuture<Void> decision) {
        AttestationEvidence[] seen = new AttestationEvidence[1];
        DeviceTrust believing = new TestController.Believing();
        DeviceTrust slow = new DeviceTrust() {
            @Override
            public CompletableFuture<Void> verify(AttestationEvidence proof) {
                seen[0] = proof;
                return decision;
            }

            @Override
            public P256PublicKey nodeKey(SignedRequest request) {
                return believing.nodeKey(request);
            }
        };
        CompletableFuture<CommissionedNode> result = new Commissioner(controller.site, slow)
                .commission(target, TestController.settings(), step -> {}, () -> false);
        time.advance(Duration.ofSeconds(1));
        assertTrue(seen[0] != null && !result.isDone());
        return result;
    }
}
