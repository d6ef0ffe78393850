package org.lockcredentials.matter.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.basicinformation.BasicInformation;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.CredentialType;
import org.lockcredentials.matter.cluster.doorlock.DataOperationType;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.DoorLockFeature;
import org.lockcredentials.matter.cluster.doorlock.GetUser;
import org.lockcredentials.matter.cluster.doorlock.GetUserResponse;
import org.lockcredentials.matter.cluster.doorlock.LockOperation;
import org.lockcredentials.matter.cluster.doorlock.LockOperationType;
import org.lockcredentials.matter.cluster.doorlock.SetCredential;
import org.lockcredentials.matter.cluster.doorlock.SetUser;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.matter.commissioning.CommissioningException.Kind;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.node.MatterNode;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.setup.SetupPayload;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.Pins;

class CommissioningIT {

    private static final int LOCK = 1;

    @Test
    void aLockJoinsAndDoesWhatItIsAsked() throws DecodeException {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                TestController controller = new TestController(new MemoryStore());
                SetupPayload code =
                        SetupPayload.decode(Secret.of(lock.qrCode())).get(0)) {
            List<CommissioningStep> steps = new ArrayList<>();
            CommissionedNode joined = TestController.await(new Commissioner(controller.site, controller.trust)
                    .commission(
                            CommissioningTarget.of(code).at(lock.address()),
                            NodeSettings.in(ZoneId.of("Europe/Berlin")).labelled("Front door"),
                            steps::add,
                            () -> false));
            assertEquals(Arrays.asList(CommissioningStep.values()), steps);
            assertEquals(1, lock.fabrics().size());

            MatterNode node = controller.node(joined.nodeId());
            Attributes values = TestController.await(node.read(List.of(
                    AttributePath.ofCluster(LOCK, DoorLock.CLUSTER),
                    BasicInformation.NODE_LABEL.attribute().path(0))));
            assertEquals(Optional.of("Front door"), values.get(0, BasicInformation.NODE_LABEL.attribute()));
            assertTrue(values.get(LOCK, DoorLock.FEATURE_MAP).orElseThrow().contains(DoorLockFeature.USER));

            TestController.await(node.invoke(
                    LOCK,
                    new SetUser(
                            DataOperationType.ADD,
                            3,
                            Optional.of("Ann"),
                            Optional.empty(),
                            Optional.of(UserStatus.OCCUPIED_ENABLED),
                            Optional.empty(),
                            Optional.empty())));
            String pin = Pins.next();
            try (Secret secret = Secret.of(pin)) {
                assertEquals(
                        0,
                        TestController.await(node.invoke(
                                        LOCK,
                                        new SetCredential(
                                                DataOperationType.ADD,
                                                CredentialStruct.of(CredentialType.PIN, 2),
                                                secret,
                                                Optional.of(3),
                                                Optional.empty(),
                                                Optional.empty())))
                                .status());
            }
            GetUserResponse ann = TestController.await(node.invoke(LOCK, new GetUser(3)));
            assertEquals(Optional.of("Ann"), ann.userName());
            assertEquals(List.of(CredentialStruct.of(CredentialType.PIN, 2)), ann.credentials());
            assertTrue(lock.enterCode(pin).path("opened").booleanValue());
        }
    }

    @Test
    void aSecondAdministratorIsLetInByAWindow() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                TestController first = new TestController(new MemoryStore());
                TestController second = new TestController(new MemoryStore())) {
            CommissioningTarget printed = CommissioningTarget.at(lock.address(), Secret.of(Pins.watch("20202021")));
            CommissionedNode joined = first.commission(printed, TestController.settings());
            Administration administration = new Administration(first.site);
            OpenedWindow window =
                    TestController.await(administration.openWindow(first.node(joined.nodeId()), Duration.ofMinutes(3)));
            WindowException again = assertThrows(
                    WindowException.class,
                    () -> TestController.await(
                            administration.openWindow(first.node(joined.nodeId()), Duration.ofMinutes(3))));
            assertEquals("BUSY", again.error().name());
            try (SetupPayload payload = window.payload()) {
                second.commission(CommissioningTarget.of(payload).at(lock.address()), TestController.settings());
            }
            assertEquals(2, lock.fabrics().size());

            // The second one keeps the lock from forgetting all when the first leaves.
            TestController.await(administration.remove(first.node(joined.nodeId())));
            assertEquals(1, lock.fabrics().size());
        }
    }

    @Test
    void aFailureNamesItsStepAndLeavesNothingBehind() {
        MemoryStore store = new MemoryStore();
        DeviceTrust none = new DeviceTrust() {
            @Override
            public CompletableFuture<Void> verify(AttestationEvidence proof) {
                return CompletableFuture.failedFuture(new AttestationRefusedException("nobody is trusted"));
            }

            @Override
            public org.lockcredentials.matter.crypto.P256PublicKey nodeKey(SignedRequest request) {
                throw new AttestationRefusedException("nobody is trusted");
            }
        };
        try (MatterJsLock lock = MatterJsLock.start("{}");
                TestController distrusting = new TestController(store, none)) {
            CommissioningTarget right = CommissioningTarget.at(lock.address(), Secret.of("20202021"));
            CommissioningException wrong = assertThrows(
                    CommissioningException.class,
                    () -> distrusting.commission(
                            CommissioningTarget.at(lock.address(), Secret.of("20202022")), TestController.settings()));
            assertEquals(Kind.WRONG_PASSCODE, wrong.kind());
            assertEquals(CommissioningStep.PASSCODE, wrong.step());
            CommissioningException refused = assertThrows(
                    CommissioningException.class, () -> distrusting.commission(right, TestController.settings()));
            assertEquals(Kind.ATTESTATION_REFUSED, refused.kind());
            assertEquals(0, lock.fabrics().size());
            assertEquals(List.of(), store.keys("matter/node"));
            try (TestController trusting = new TestController(store)) {
                trusting.commission(right, TestController.settings());
                CommissioningException closed = assertThrows(
                        CommissioningException.class, () -> trusting.commission(right, TestController.settings()));
                assertEquals(CommissioningStep.PASSCODE, closed.step());
            }
            assertEquals(1, lock.fabrics().size());
        }
    }

    /** A lock that leaves and comes back is subscribed to again, and what happened meanwhile is not lost. */
    @Test
    void aLockIsHeardAgainAfterItsRestart() throws InterruptedException {
        MemoryStore store = new MemoryStore();
        try (MatterJsLock lock = MatterJsLock.start("{}");
                TestController controller = new TestController(store)) {
            CommissionedNode joined = controller.commission(
                    CommissioningTarget.at(lock.address(), Secret.of("20202021")), TestController.settings());
            MatterNode node = controller.node(joined.nodeId());
            BlockingQueue<LockOperationType> operations = new LinkedBlockingQueue<>();
            node.listen(new NodeListener() {
                @Override
                public void happened(EventData event) {
                    DoorLock.LOCK_OPERATION
                            .read(event)
                            .flatMap(LockOperation::operation)
                            .ifPresent(operations::add);
                }
            });
            node.watch();
            lock.command("{'cmd':'unlock'}");
            assertEquals(LockOperationType.UNLOCK, operations.poll(30, TimeUnit.SECONDS));
            assertTrue(node.reachable());
            lock.restart();
            lock.command("{'cmd':'lock'}");
            // The lock knows the session no more, so this question needs another one.
            assertEquals(
                    "LOCKED",
                    TestController.await(node.read(List.of(DoorLock.LOCK_STATE.path(LOCK))))
                            .get(LOCK, DoorLock.LOCK_STATE)
                            .orElseThrow()
                            .name());
            assertEquals(LockOperationType.LOCK, operations.poll(30, TimeUnit.SECONDS));
            node.close();
        }
    }
}
