package org.lockcredentials.matter.crypto;

import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CCMBlockCipher;
import org.bouncycastle.crypto.modes.CCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lockcredentials.Secret;

/** AES-128-CCM with a 13-byte nonce and a 16-byte tag, Core specification section 3.6. */
public final class Ccm {

    /** Bytes of a key. */
    public static final int KEY = 16;

    /** Bytes of a nonce. */
    public static final int NONCE = 13;

    /** Bytes that encryption adds. */
    public static final int TAG = 16;

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
        if (key.length() != KEY || nonce.length != NONCE) {
            throw new IllegalArgumentException(
                    "needs a key of 16 bytes and a nonce of 13, has " + key.length() + " and " + nonce.length);
        }
        CCMModeCipher cipher = CCMBlockCipher.newInstance(AESEngine.newInstance());
        cipher.init(encrypting, new AEADParameters(key.use(KeyParameter::new), 8 * TAG, nonce, associated));
        return (CCMBlockCipher) cipher;
    }
}
