package org.lockcredentials.zwave.crypto;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CBCBlockCipherMac;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.modes.OFBBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;
import org.lockcredentials.Secret;

/** AES with a 128-bit key, in the ways in which S0 and S2 use it besides CCM. */
public final class Aes {

    /** Bytes of a block and of a key. */
    public static final int BLOCK = 16;

    private Aes() {}

    /** One block in electronic code book mode. */
    public static byte[] encryptBlock(Secret key, byte[] block) {
        byte[] encrypted = new byte[BLOCK];
        keyed(key).processBlock(block, 0, encrypted, 0);
        return encrypted;
    }

    /** Output feedback, NIST SP 800-38A section 6.4: the same call encrypts and decrypts. */
    public static byte[] outputFeedback(Secret key, byte[] iv, byte[] data) {
        OFBBlockCipher cipher = new OFBBlockCipher(AESEngine.newInstance(), 8 * BLOCK);
        cipher.init(true, new ParametersWithIV(key.use(KeyParameter::new), iv));
        byte[] out = new byte[data.length];
        cipher.processBytes(data, 0, data.length, out, 0);
        return out;
    }

    /** The first 8 bytes of the last block of cipher block chaining over zero-padded data, SDS10865 section 4.2. */
    public static byte[] cbcMac(Secret key, byte[] data) {
        CBCBlockCipherMac mac = new CBCBlockCipherMac(AESEngine.newInstance(), 64);
        mac.init(key.use(KeyParameter::new));
        mac.update(data, 0, data.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    /** The 16-byte CMAC of NIST SP 800-38B over the parts in order. */
    public static byte[] cmac(Secret key, byte[]... parts) {
        CMac mac = new CMac(AESEngine.newInstance());
        mac.init(key.use(KeyParameter::new));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    static BlockCipher keyed(Secret key) {
        BlockCipher cipher = AESEngine.newInstance();
        cipher.init(true, key.use(KeyParameter::new));
        return cipher;
    }
}
