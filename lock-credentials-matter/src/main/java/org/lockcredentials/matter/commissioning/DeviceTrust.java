package org.lockcredentials.matter.commissioning;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** Judges what a device says of its maker (Device Attestation, 6.2.3). May block; is called on the controller's executor. */
public interface DeviceTrust {

    /**
     * Holds the proof to every rule. Completes when the device is trusted, which may take as long as somebody takes to decide; fails with
     * {@link AttestationRefusedException} and the rules that are broken.
     */
    CompletableFuture<Void> verify(Proof proof);

    /**
     * The key in a request for a certificate, which the maker's key signed (6.4.6.1).
     *
     * @throws AttestationRefusedException if the request is not of the device that was attested, or not to this question
     */
    P256PublicKey nodeKey(SignedRequest request);

    /**
     * What a device gave to prove who made it.
     *
     * @param dac X.509, DER
     * @param pai X.509, DER
     * @param elements attestation-elements
     * @param signature 64 octets
     * @param nonce that was sent
     * @param challenge of the session; not to be wiped
     * @param vendorId as the device says in its Basic Information
     * @param productId as the device says in its Basic Information
     */
    record Proof(
            byte[] dac,
            byte[] pai,
            byte[] elements,
            byte[] signature,
            byte[] nonce,
            Secret challenge,
            int vendorId,
            int productId) {}

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
