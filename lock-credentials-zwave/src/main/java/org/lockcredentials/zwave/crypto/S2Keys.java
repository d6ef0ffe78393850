package org.lockcredentials.zwave.crypto;

import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * What one security class of Security 2 encrypts and makes nonces with.
 *
 * @param ccm key of the encryption, 16 bytes
 * @param personalization of the nonce generator, 32 bytes
 * @param mpan key of the multicast nonces, 16 bytes; zeros for temporary keys, which know no multicast
 */
public record S2Keys(Secret ccm, Secret personalization, Secret mpan) implements AutoCloseable {

    static S2Keys taking(byte[] ccm, byte[] personalization, byte[] mpan) {
        S2Keys keys = new S2Keys(Secret.of(ccm), Secret.of(personalization), Secret.of(mpan));
        Arrays.fill(ccm, (byte) 0);
        Arrays.fill(personalization, (byte) 0);
        Arrays.fill(mpan, (byte) 0);
        return keys;
    }

    /** Wipes all three. */
    @Override
    public void close() {
        ccm.wipe();
        personalization.wipe();
        mpan.wipe();
    }
}
