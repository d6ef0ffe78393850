package org.lockcredentials.matter;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.commissioning.AttestationRefusedException;
import org.lockcredentials.matter.policy.AttestationPolicy;
import org.lockcredentials.matter.policy.AttestationReport;

class MakersTrustTest {

    /** Nothing in it is what it should be. */
    private static final AttestationEvidence NONE = new AttestationEvidence(
            new byte[1], new byte[1], new byte[1], new byte[64], Secret.of(new byte[16]), new byte[32], 0xFFF1, 0x8000);

    private static CompletableFuture<Void> judged(AttestationPolicy policy) {
        return MakersTrust.of(MatterConfig.builder().attestationPolicy(policy).build())
                .verify(NONE);
    }

    private static String refusal(AttestationPolicy policy) {
        CompletionException failed = assertThrows(CompletionException.class, judged(policy)::join);
        return assertInstanceOf(AttestationRefusedException.class, failed.getCause())
                .getMessage();
    }

    @Test
    void refusesWithWhatWasFoundUnlessTheHostSaysOtherwise() {
        String refusal = assertThrows(
                        CompletionException.class,
                        MakersTrust.of(MatterConfig.defaults()).verify(NONE)::join)
                .getCause()
                .getMessage();
        assertTrue(refusal.contains("DEVICE_CERTIFICATE: "), refusal);
        assertTrue(refusal.contains("ELEMENTS: "), refusal);
    }

    @Test
    void theHostIsToldAndAsked() {
        List<AttestationReport> told = new ArrayList<>();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        CompletableFuture<Void> verdict = judged(report -> {
            told.add(report);
            return answer;
        });
        assertEquals(1, told.size());
        assertEquals(0xFFF1, told.get(0).vendorId());
        assertEquals(3, told.get(0).findings().size());
        assertTrue(!verdict.isDone());
        answer.complete(true);
        assertDoesNotThrow(verdict::join);
    }

    @Test
    void whateverIsNoConsentIsARefusal() {
        String findings = refusal(report -> CompletableFuture.completedFuture(false));
        assertEquals(findings, refusal(report -> CompletableFuture.failedFuture(new IllegalStateException("gone"))));
        assertEquals(findings, refusal(report -> {
            throw new IllegalStateException("broken");
        }));
    }
}
