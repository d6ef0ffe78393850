package org.lockcredentials.matter.securechannel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.Ccm;
import org.lockcredentials.matter.crypto.Hashes;
import org.lockcredentials.matter.crypto.Kdf;
import org.lockcredentials.matter.crypto.SessionKeys;

/** The keys that CASE derives on its way, sections 4.14.2.4 to 4.14.2.6, and what is encrypted with each. */
enum SigmaKeys {
    /** S2K: the identity in Sigma2. */
    SIGMA2("Sigma2", "NCASE_Sigma2N"),
    /** S3K: the identity in Sigma3. */
    SIGMA3("Sigma3", "NCASE_Sigma3N"),
    /** S1RK: the initiator's proof of an earlier session. */
    SIGMA1_RESUME("Sigma1_Resume", "NCASE_SigmaS1"),
    /** S2RK: the responder's proof of it. */
    SIGMA2_RESUME("Sigma2_Resume", "NCASE_SigmaS2");

    private static final byte[] NOTHING = {};

    private final byte[] info;
    private final byte[] nonce;

    SigmaKeys(String info, String nonce) {
        this.info = info.getBytes(US_ASCII);
        this.nonce = nonce.getBytes(US_ASCII);
    }

    /** Encrypts with the key of this secret and salt. */
    byte[] encrypt(Secret shared, byte[] salt, byte[] plaintext) {
        try (Secret derived = Kdf.hkdf(shared, salt, info, Ccm.KEY)) {
            return Ccm.encrypt(derived, nonce, NOTHING, plaintext);
        }
    }

    /** Decrypts with the key of this secret and salt; empty if it was encrypted with another. */
    Optional<byte[]> decrypt(Secret shared, byte[] salt, byte[] ciphertext) {
        try (Secret derived = Kdf.hkdf(shared, salt, info, Ccm.KEY)) {
            return Ccm.decrypt(derived, nonce, NOTHING, ciphertext);
        }
    }

    /** The MIC that proves to know the secret. */
    byte[] prove(Secret shared, byte[] salt) {
        return encrypt(shared, salt, NOTHING);
    }

    /** True if the MIC proves to know the secret. */
    boolean proves(Secret shared, byte[] salt, byte[] mic) {
        return decrypt(shared, salt, mic).isPresent();
    }

    /** The salt of {@link #SIGMA2}. */
    static byte[] sigma2Salt(Secret operationalIpk, byte[] random, byte[] ephemeralPublicKey, byte[] sigma1) {
        return salt(operationalIpk, random, ephemeralPublicKey, Hashes.sha256(sigma1));
    }

    /** The salt of {@link #SIGMA3}. */
    static byte[] sigma3Salt(Secret operationalIpk, byte[] sigma1, byte[] sigma2) {
        return salt(operationalIpk, Hashes.sha256(sigma1, sigma2));
    }

    /** The salt of both proofs: the initiator's random, then the resumption id that goes with the proof. */
    static byte[] resumptionSalt(byte[] initiatorRandom, byte[] resumptionId) {
        return joined(initiatorRandom, resumptionId);
    }

    /** The keys of the session that three messages agreed on. */
    static SessionKeys session(Secret shared, Secret operationalIpk, byte[] sigma1, byte[] sigma2, byte[] sigma3) {
        byte[] salt = salt(operationalIpk, Hashes.sha256(sigma1, sigma2, sigma3));
        SessionKeys keys = SessionKeys.ofCase(shared, salt);
        Arrays.fill(salt, (byte) 0);
        return keys;
    }

    private static byte[] salt(Secret operationalIpk, byte[]... parts) {
        return operationalIpk.use(ipk -> joined(ipk, joined(parts)));
    }

    private static byte[] joined(byte[]... parts) {
        int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer all = ByteBuffer.allocate(size);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
