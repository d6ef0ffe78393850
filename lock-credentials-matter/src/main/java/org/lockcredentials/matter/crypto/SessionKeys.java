package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * The keys of a secure session, Core specification sections 4.14.1.5 (PASE) and 4.14.2.6 (CASE).
 *
 * @param initiatorToResponder 16 bytes: what the initiator encrypts with
 * @param responderToInitiator 16 bytes: what the responder encrypts with
 * @param attestationChallenge 16 bytes that both sides sign over during commissioning
 */
public record SessionKeys(Secret initiatorToResponder, Secret responderToInitiator, Secret attestationChallenge)
        implements AutoCloseable {

    private static final byte[] ESTABLISHED = "SessionKeys".getBytes(US_ASCII);
    private static final byte[] RESUMED = "SessionResumptionKeys".getBytes(US_ASCII);

    /** From the secret that PASE ends with; there is no salt. */
    public static SessionKeys ofPase(Secret sharedKey) {
        return derive(sharedKey, new byte[0], ESTABLISHED);
    }

    /** From the secret that Sigma1 and Sigma2 agree on; the salt is the operational IPK and the hash of all three messages. */
    public static SessionKeys ofCase(Secret sharedSecret, byte[] salt) {
        return derive(sharedSecret, salt, ESTABLISHED);
    }

    /** From the secret of an earlier session; the salt is the initiator's random and the resumption id it named. */
    public static SessionKeys ofResumption(Secret sharedSecret, byte[] salt) {
        return derive(sharedSecret, salt, RESUMED);
    }

    static SessionKeys derive(Secret secret, byte[] salt, byte[] info) {
        try (Secret keys = Kdf.hkdf(secret, salt, info, 3 * Ccm.KEY)) {
            return keys.use(bytes -> new SessionKeys(part(bytes, 0), part(bytes, 1), part(bytes, 2)));
        }
    }

    private static Secret part(byte[] keys, int number) {
        return Secret.taking(Arrays.copyOfRange(keys, number * Ccm.KEY, (number + 1) * Ccm.KEY));
    }

    @Override
    public void close() {
        initiatorToResponder.wipe();
        responderToInitiator.wipe();
        attestationChallenge.wipe();
    }
}
