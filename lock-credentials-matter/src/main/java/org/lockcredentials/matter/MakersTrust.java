package org.lockcredentials.matter;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.attestation.AttestationTrust;
import org.lockcredentials.matter.attestation.AttestationVerifier;
import org.lockcredentials.matter.attestation.NocsrElements;
import org.lockcredentials.matter.certificate.X509Form;
import org.lockcredentials.matter.commissioning.AttestationRefusedException;
import org.lockcredentials.matter.commissioning.DeviceTrust;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.policy.AttestationPolicy;
import org.lockcredentials.matter.policy.AttestationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses each device that is not proven to be what it says, by the roots that the host trusts, unless the host accepts what was found. */
record MakersTrust(AttestationTrust trust, AttestationPolicy policy) implements DeviceTrust {

    private static final Logger log = LoggerFactory.getLogger(MakersTrust.class);

    /** Reads the host's certificates, so it may block. */
    static MakersTrust of(MatterConfig config) {
        AttestationTrust none = AttestationTrust.none();
        AttestationTrust given =
                config.paaDirectory().map(none::withAuthorities).orElse(none);
        AttestationTrust signers =
                config.declarationSigners().map(given::withDeclarationSigners).orElse(given);
        return new MakersTrust(
                config.testAttestation() ? signers.withTestRoots() : signers, config.attestationPolicy());
    }

    @Override
    public CompletableFuture<Void> verify(AttestationEvidence evidence) {
        AttestationReport report = AttestationVerifier.verify(trust, evidence);
        return report.isGenuine() ? CompletableFuture.completedFuture(null) : asked(report);
    }

    /** What the host's code throws is a refusal as well. */
    private CompletableFuture<Void> asked(AttestationReport report) {
        String findings = report.findings().stream()
                .map(finding -> finding.rule() + ": " + finding.detail())
                .collect(Collectors.joining("; "));
        return CompletableFuture.completedFuture(report)
                .thenCompose(policy::accepts)
                .handle((accepted, failure) -> {
                    if (failure != null) {
                        throw new AttestationRefusedException(findings, failure);
                    }
                    if (!accepted) {
                        throw new AttestationRefusedException(findings);
                    }
                    log.warn("the host accepts a device in spite of {}", findings);
                    return null;
                });
    }

    @Override
    public P256PublicKey nodeKey(SignedRequest request) {
        try {
            return NocsrElements.verify(
                    request.elements(),
                    request.signature(),
                    X509Form.decode(request.dac()).publicKey(),
                    request.challenge(),
                    request.nonce());
        } catch (DecodeException refused) {
            throw new AttestationRefusedException(String.valueOf(refused.getMessage()), refused);
        }
    }
}
