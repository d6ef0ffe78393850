package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.FabricNode;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.policy.AttestationFinding;
import org.lockcredentials.matter.policy.AttestationPolicy;
import org.lockcredentials.matter.policy.AttestationReport;
import org.lockcredentials.matter.policy.AttestationRule;
import org.lockcredentials.testing.MemoryStore;

/** A lock that only the public test authorities vouch for, as no lock in a shop is. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class AttestationPolicyIT {

    private static final Set<AttestationRule> FOUND =
            Set.of(AttestationRule.NO_TEST_ROOT, AttestationRule.DECLARATION_SIGNER, AttestationRule.DECLARATION_TYPE);

    @Test
    void isRefusedWithEverythingThatWasFound() {
        try (MatterJsLock lock = MatterJsLock.start("{}")) {
            ExecutionException failed =
                    assertThrows(ExecutionException.class, () -> commissioned(lock, false, AttestationPolicy.strict()));
            LockCredentialException refusal = (LockCredentialException) failed.getCause();
            assertEquals(Reason.SECURITY, refusal.reason());
            for (AttestationRule rule : FOUND) {
                assertTrue(refusal.getMessage().contains(rule + ": "), refusal.getMessage());
            }
            assertEquals(0, lock.fabrics().size());
        }
    }

    @Test
    void isTakenInOnceTheHostAcceptsWhatWasFound() throws Exception {
        ConcurrentLinkedQueue<AttestationReport> told = new ConcurrentLinkedQueue<>();
        try (MatterJsLock lock = MatterJsLock.start("{}")) {
            FabricNode node = commissioned(lock, false, report -> {
                told.add(report);
                return CompletableFuture.supplyAsync(
                        () -> true, CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            });
            assertEquals(1, node.locks().size());
            assertEquals(1, lock.fabrics().size());
        }
        assertEquals(1, told.size());
        assertEquals(
                FOUND,
                told.element().findings().stream().map(AttestationFinding::rule).collect(Collectors.toSet()));
    }

    @Test
    void nobodyIsAskedWhereTestDevicesAreAllowed() throws Exception {
        try (MatterJsLock lock = MatterJsLock.start("{}")) {
            FabricNode node = commissioned(lock, true, report -> {
                throw new AssertionError("asked about " + report);
            });
            assertEquals(1, node.locks().size());
        }
    }

    private static FabricNode commissioned(MatterJsLock lock, boolean testDevices, AttestationPolicy policy)
            throws Exception {
        MatterBackend backend = new MatterBackend(MatterConfig.builder()
                .address(loopback())
                .discovery(false)
                .testAttestation(testDevices)
                .attestationPolicy(policy)
                .build());
        try (LockCredentialManager manager = await(LockCredentialManager.builder()
                        .backend(backend)
                        .stateStore(new MemoryStore())
                        .open());
                Secret code = Secret.of(lock.qrCode())) {
            assertEquals(List.of(), await(backend.controller().nodes()));
            return backend.controller()
                    .commission(CommissioningRequest.of(code).at(lock.address()))
                    .get(60, TimeUnit.SECONDS);
        }
    }

    private static InetAddress loopback() throws UnknownHostException {
        return InetAddress.getByName("::1");
    }
}
