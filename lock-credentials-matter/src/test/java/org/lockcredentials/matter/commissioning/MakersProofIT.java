package org.lockcredentials.matter.commissioning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.attestation.AttestationTrust;
import org.lockcredentials.matter.attestation.AttestationVerifier;
import org.lockcredentials.matter.attestation.DeviceCertificate;
import org.lockcredentials.matter.attestation.NocsrElements;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.policy.AttestationFinding;
import org.lockcredentials.matter.policy.AttestationReport;
import org.lockcredentials.matter.policy.AttestationRule;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.Pins;

/** What matter.js's lock shows of its maker, held to every rule. */
class MakersProofIT {

    @Test
    void aLockBelowTheTestRootsIsGenuineOnlyWhereTheyAreAllowed() {
        Recording trust = new Recording();
        try (MatterJsLock lock = MatterJsLock.start("{}");
                TestController controller = new TestController(new MemoryStore(), trust)) {
            controller.commission(
                    CommissioningTarget.at(lock.address(), Secret.of(Pins.watch("20202021"))),
                    TestController.settings());
            assertEquals(List.of(), trust.allowed.get().findings());
            assertEquals(
                    Set.of(
                            AttestationRule.NO_TEST_ROOT,
                            AttestationRule.DECLARATION_SIGNER,
                            AttestationRule.DECLARATION_TYPE),
                    trust.strict.get().findings().stream()
                            .map(AttestationFinding::rule)
                            .collect(Collectors.toSet()));
        }
    }

    /** Looks at the same proof with and without the test roots. */
    private static final class Recording implements DeviceTrust {

        final AtomicReference<AttestationReport> allowed = new AtomicReference<>();
        final AtomicReference<AttestationReport> strict = new AtomicReference<>();

        @Override
        public CompletableFuture<Void> verify(AttestationEvidence evidence) {
            allowed.set(AttestationVerifier.verify(AttestationTrust.none().withTestRoots(), evidence));
            strict.set(AttestationVerifier.verify(AttestationTrust.none(), evidence));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public P256PublicKey nodeKey(SignedRequest request) {
            try {
                return NocsrElements.verify(
                        request.elements(),
                        request.signature(),
                        DeviceCertificate.decode(request.dac()).publicKey(),
                        request.challenge(),
                        request.nonce());
            } catch (DecodeException refused) {
                throw new AttestationRefusedException("no request of the device's", refused);
            }
        }
    }
}
