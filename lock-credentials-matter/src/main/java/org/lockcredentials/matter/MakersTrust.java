package org.lockcredentials.matter;

import java.util.stream.Collectors;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.attestation.AttestationReport;
import org.lockcredentials.matter.attestation.AttestationTrust;
import org.lockcredentials.matter.attestation.AttestationVerifier;
import org.lockcredentials.matter.attestation.NocsrElements;
import org.lockcredentials.matter.certificate.X509Form;
import org.lockcredentials.matter.commissioning.AttestationRefusedException;
import org.lockcredentials.matter.commissioning.DeviceTrust;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** Refuses each device that is not proven to be what it says, by the roots that the host trusts. */
record MakersTrust(AttestationTrust trust) implements DeviceTrust {

    /** Reads the host's certificates, so it may block. */
    static MakersTrust of(MatterConfig config) {
        AttestationTrust none = AttestationTrust.none();
        AttestationTrust given =
                config.paaDirectory().map(none::withAuthorities).orElse(none);
        AttestationTrust signers =
                config.declarationSigners().map(given::withDeclarationSigners).orElse(given);
        return new MakersTrust(config.testAttestation() ? signers.withTestRoots() : signers);
    }

    @Override
    public void verify(Proof proof) {
        AttestationReport report = AttestationVerifier.verify(
                trust,
                new AttestationEvidence(
                        proof.dac(),
                        proof.pai(),
                        proof.elements(),
                        proof.signature(),
                        proof.challenge(),
                        proof.nonce(),
                        proof.vendorId(),
                        proof.productId()));
        if (!report.isGenuine()) {
            throw new AttestationRefusedException(report.findings().stream()
                    .map(finding -> finding.rule() + ": " + finding.detail())
                    .collect(Collectors.joining("; ")));
        }
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
