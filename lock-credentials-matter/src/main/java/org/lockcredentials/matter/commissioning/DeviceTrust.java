package org.lockcredentials.matter.commissioning;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** Judges what a device says of its maker (Device Attestation, 6.2.3). May block; is called on the controller's executor. */
public interface DeviceTrust {

    /**
     * Holds the evidence to every rule. Completes when the device is trusted, which may take as long as somebody takes to decide; fails with
     * {@link AttestationRefusedException} and the rules that are broken.
     */
    CompletableFuture<Void> verify(AttestationEvidence evidence);

    /**
     * The key in a request for a certificate, which the maker's key signed (6.4.6.1).
     *
     * @throws AttestationRefusedException if the request is not of the device that was attested, or not to this question
     */
    P256PublicKey nodeKey(SignedRequest request);

    /**
     * A request for a certificate.
     *
     * @param dac of the device that was attested
     * @param elements NOCSR-elements
     * @param signature 64 octets
     * @param nonce that was sent
     * @param challenge of the session; not to be wiped
     */
    record SignedRequest(byte[] dac, byte[] elements, byte[] signature, byte[] nonce, Secret challenge) {}
}
