package org.lockcredentials.zwave.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lockcredentials.Secret;

/** AES-128-CCM as Security 2 sets its parameters: 13-byte nonce, 2-byte length field, 8-byte tag (RFC 3610 with M = 8, L = 2). */
public final class Ccm {

    /** Bytes that encryption adds. */
    public static final int TAG = 8;

    /** Bytes of a nonce. */
    public static final int NONCE = 13;

    private Ccm() {}

    /** The ciphertext with the tag behind it. */
    public static byte[] encrypt(Secret key, byte[] nonce, byte[] associated, byte[] plaintext) {
        try {
            return cipher(true, key, nonce, associated).processPacket(plaintext, 0, plaintext.length);
        } catch (InvalidCipherTextException impossible) {
            throw new IllegalStateException("encryption checks no tag", impossible);
        }
    }

    /** The plaintext, or empty if the tag does not fit. */
    public static Optional<byte[]> decrypt(Secret key, byte[] nonce, byte[] associated, byte[] ciphertext) {
        if (ciphertext.length < TAG) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(false, key, nonce, associated).processPacket(ciphertext, 0, ciphertext.length));
        } catch (InvalidCipherTextException forged) {
            return Optional.empty();
        }
    }

    private static CCMBlockCipher cipher(boolean encrypting, Secret key, byte[] nonce, byte[] associated) {
        CCMModeCipher cipher = CCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypting, new AEADParameters(key.use(KeyParameter::new), 8 * TAG, nonce, associated));
        return (CCMBlockCipher) cipher;
    }
}
