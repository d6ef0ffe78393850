package org.lockcredentials.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.matter.commissioning.CommissioningStep;
import org.lockcredentials.matter.commissioning.ScriptedDevice;
import org.lockcredentials.matter.commissioning.ScriptedDevice.Manner;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.Witness;

/** What a host sees of devices that come, and of those that fall silent just then. */
class FabricNetworkTest {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final Duration A_WHILE = Duration.ofMinutes(12);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeNetwork network = new FakeNetwork(time, 1);
    private final MemoryStore store = new MemoryStore();
    private final ScriptedDevice device = new ScriptedDevice(time, new TestNode(network, time, 5541));
    private final List<LockId> locks = new ArrayList<>();
    private MatterBackend backend = opened(config());

    private static MatterConfig.Builder config() {
        return MatterConfig.builder()
                .discovery(false)
                .attestationPolicy(report -> CompletableFuture.completedFuture(true));
    }

    private MatterBackend opened(MatterConfig.Builder config) {
        MatterBackend opened = new MatterBackend(config.build(), network.port(5540));
        locks.clear();
        outcome(opened.open(new BackendContext(time.executor(), time, store, new BackendListener() {
            @Override
            public void lockFound(LockDriver lock) {
                locks.add(lock.info().id());
            }

            @Override
            public void lockGone(LockId lock) {
                locks.remove(lock);
            }

            @Override
            public void event(LockEvent event) {
                Witness.seen(event);
            }
        })));
        return opened;
    }

    private CompletableFuture<FabricNode> begin(Consumer<String> progress) {
        CompletableFuture<FabricNode> node = backend.controller()
                .commission(CommissioningRequest.of(ScriptedDevice.code())
                        .at(device.address())
                        .tellingSteps(progress));
        node.whenComplete((done, failure) -> Witness.seen(done, failure));
        return node;
    }

    private <T> T outcome(CompletableFuture<T> future) {
        time.advanceUntilDone(future, LIMIT);
        return future.join();
    }

    private Reason reason(CompletableFuture<?> future) {
        CompletionException failed = assertThrows(CompletionException.class, () -> outcome(future));
        return ((LockCredentialException) failed.getCause()).reason();
    }

    private List<FabricNode> nodes() {
        return outcome(backend.controller().nodes());
    }

    @Test
    void aDeviceComesWithItsLocks() {
        FabricNode node = outcome(begin(step -> {}));
        assertEquals(locks, node.locks());
        assertEquals(1, locks.size());
    }

    @Test
    void aDeviceThatFallsSilentAtTheEndHasJoinedAndItsLocksAreFoundLater() {
        device.silentOnceCommitted();
        FabricNode node = outcome(begin(step -> {}));
        assertEquals(List.of(), node.locks());
        assertEquals(List.of(node), nodes());
        device.answersAgain();
        time.advance(A_WHILE);
        assertEquals(1, locks.size());
        assertEquals(locks, nodes().get(0).locks());
    }

    @Test
    void aDeviceThatHasToldNothingYetIsAskedAgainAlsoAfterARestart() {
        device.silentOnceCommitted();
        outcome(begin(step -> {}));
        outcome(backend.close());
        backend = opened(config());
        assertEquals(List.of(), locks);
        device.answersAgain();
        time.advance(A_WHILE);
        assertEquals(1, locks.size());
    }

    @Test
    void aDeviceThatMayBeInForGoodIsListedAndCanBePutOut() {
        device.at(CommissioningStep.COMPLETE, Manner.DOES_UNHEARD, Manner.HEARS_NOTHING);
        assertEquals(Reason.TIMEOUT, reason(begin(step -> {})));
        time.advance(A_WHILE);
        assertTrue(device.isCommitted());
        assertEquals(1, nodes().size());
        assertEquals(locks, nodes().get(0).locks());
        assertEquals(
                Outcome.CONFIRMED,
                outcome(backend.controller().remove(nodes().get(0).node())));
        assertFalse(device.isInFabric());
        assertEquals(List.of(), nodes());
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"COMPLETE"})
    void whoCancelsBeforeTheLastStepLeavesNothingOnEitherSide(CommissioningStep step) {
        whoCancelsAt(step);
        assertFalse(device.isInFabric());
        assertFalse(device.isArmed());
        assertEquals(List.of(), nodes());
        assertEquals(List.of(), store.keys("matter/node"));
        outcome(begin(again -> {}));
        assertEquals(1, nodes().size());
    }

    @Test
    void whoCancelsInTheLastStepIsToldOfTheDeviceAmongTheNodes() {
        whoCancelsAt(CommissioningStep.COMPLETE);
        assertTrue(device.isCommitted());
        assertEquals(1, nodes().size());
        assertEquals(locks, nodes().get(0).locks());
    }

    private void whoCancelsAt(CommissioningStep step) {
        List<CompletableFuture<FabricNode>> cancelled = new ArrayList<>();
        cancelled.add(begin(begun -> {
            if (begun.equals(step.name())) {
                cancelled.get(0).cancel(true);
            }
        }));
        time.advance(Duration.ofMinutes(1));
        assertThrows(CancellationException.class, cancelled.get(0)::join);
    }

    @Test
    void aListenerThatThrowsChangesNothing() {
        outcome(begin(step -> {
            throw new IllegalStateException("the host's");
        }));
        assertTrue(device.isCommitted());
    }

    @Test
    void certificatesAreReadWhenADeviceComes(@TempDir Path folder) throws IOException {
        outcome(backend.close());
        Path authorities = folder.resolve("paa");
        backend = opened(config().paaDirectory(authorities));
        assertEquals(Reason.INVALID, reason(begin(step -> {})));
        assertEquals(List.of(), device.steps(), "nothing was sent");
        Files.createDirectory(authorities);
        outcome(begin(step -> {}));
        assertTrue(device.isCommitted());
    }

    @Test
    void aWindowIsClosedBeforeItsTime() {
        String node = outcome(begin(step -> {})).node();
        assertEquals(Outcome.NO_CHANGE, outcome(backend.controller().closeWindow(node)));
        outcome(backend.controller().openWindow(node, Duration.ofMinutes(3))).close();
        assertTrue(device.isWindowOpen());
        assertEquals(Reason.REJECTED, reason(backend.controller().openWindow(node, Duration.ofMinutes(3))));
        assertEquals(Outcome.CONFIRMED, outcome(backend.controller().closeWindow(node)));
        assertFalse(device.isWindowOpen());
        assertEquals(Reason.NOT_FOUND, reason(backend.controller().closeWindow("7")));
    }

    /** Nobody has its passcode. */
    @Test
    void aWindowWhoseOpeningWasNotHeardIsClosed() {
        String node = outcome(begin(step -> {})).node();
        device.at(ScriptedDevice.ELSE, Manner.DOES_UNHEARD);
        assertEquals(Reason.TIMEOUT, reason(backend.controller().openWindow(node, Duration.ofMinutes(3))));
        assertFalse(device.isWindowOpen());
    }
}
