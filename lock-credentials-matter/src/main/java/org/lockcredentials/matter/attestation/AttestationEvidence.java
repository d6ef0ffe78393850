package org.lockcredentials.matter.attestation;

import org.lockcredentials.Secret;

/**
 * What a device was asked, and what it answered.
 *
 * @param device its certificate (DAC) in DER
 * @param maker the certificate above (PAI) in DER
 * @param elements the attestation elements as they came
 * @param signature 64 bytes over elements and challenge
 * @param challenge 16 bytes of the session
 * @param nonce 32 bytes that it was asked with
 * @param vendorId as its Basic Information cluster has it
 * @param productId as its Basic Information cluster has it
 */
public record AttestationEvidence(
        byte[] device,
        byte[] maker,
        byte[] elements,
        byte[] signature,
        Secret challenge,
        byte[] nonce,
        int vendorId,
        int productId) {}
