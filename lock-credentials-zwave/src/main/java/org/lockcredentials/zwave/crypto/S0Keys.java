package org.lockcredentials.zwave.crypto;

import java.util.Arrays;
import org.lockcredentials.Secret;

/**
 * What Security 0 authenticates and encrypts with, SDS10865 section 4.
 *
 * @param authentication key of the MAC, 16 bytes
 * @param encryption key of the encryption, 16 bytes
 */
public record S0Keys(Secret authentication, Secret encryption) implements AutoCloseable {

    /** The keys that follow from a network key of 16 bytes. */
    public static S0Keys of(Secret networkKey) {
        return new S0Keys(derived(networkKey, 0x55), derived(networkKey, 0xAA));
    }

    /** The keys with which a network key is handed over: those of an all-zero network key. */
    public static S0Keys temporary() {
        try (Secret zeros = Secret.of(new byte[Aes.BLOCK])) {
            return of(zeros);
        }
    }

    /** Wipes both. */
    @Override
    public void close() {
        authentication.wipe();
        encryption.wipe();
    }

    private static Secret derived(Secret networkKey, int password) {
        byte[] block = new byte[Aes.BLOCK];
        Arrays.fill(block, (byte) password);
        byte[] key = Aes.encryptBlock(networkKey, block);
        Secret derived = Secret.of(key);
        Arrays.fill(key, (byte) 0);
        return derived;
    }
}
