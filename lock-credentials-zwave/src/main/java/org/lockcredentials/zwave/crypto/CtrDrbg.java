package org.lockcredentials.zwave.crypto;

import java.util.Arrays;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The AES-128 counter-mode generator of NIST SP 800-90A section 10.2.1 without derivation function, which Security 2 makes its nonces with.
 *
 * <p>BouncyCastle's own generator always applies the derivation function, so the construction is here and the cipher is BouncyCastle's.
 * Not safe for use by several threads.
 */
public final class CtrDrbg {

    /** Bytes of entropy and of personalization: key and block length together. */
    public static final int SEED = 2 * Aes.BLOCK;

    private byte[] key = new byte[Aes.BLOCK];
    private final byte[] counter = new byte[Aes.BLOCK];

    /**
     * Instantiates, section 10.2.1.3.1.
     *
     * @param entropy 32 bytes
     * @param personalization 32 bytes, or none
     */
    public CtrDrbg(byte[] entropy, byte[] personalization) {
        byte[] seed = requireSeed(entropy).clone();
        if (personalization.length > 0) {
            xor(seed, requireSeed(personalization));
        }
        update(seed);
        Arrays.fill(seed, (byte) 0);
    }

    /** Reseeds, section 10.2.1.4.1, with 32 bytes of entropy. */
    public void reseed(byte[] entropy) {
        update(requireSeed(entropy));
    }

    /** The next {@code count} bytes, section 10.2.1.5.1 without additional input. */
    public byte[] generate(int count) {
        byte[] whole = blocks((count + Aes.BLOCK - 1) / Aes.BLOCK);
        byte[] out = Arrays.copyOf(whole, count);
        Arrays.fill(whole, (byte) 0);
        update(new byte[SEED]);
        return out;
    }

    /** Forgets the state; what is generated afterwards is worthless. */
    public void wipe() {
        Arrays.fill(key, (byte) 0);
        Arrays.fill(counter, (byte) 0);
    }

    private void update(byte[] provided) {
        byte[] next = blocks(2);
        xor(next, provided);
        Arrays.fill(key, (byte) 0);
        key = Arrays.copyOf(next, Aes.BLOCK);
        System.arraycopy(next, Aes.BLOCK, counter, 0, Aes.BLOCK);
        Arrays.fill(next, (byte) 0);
    }

    private byte[] blocks(int count) {
        BlockCipher cipher = AESEngine.newInstance();
        cipher.init(true, new KeyParameter(key));
        byte[] out = new byte[count * Aes.BLOCK];
        for (int block = 0; block < count; block++) {
            increment();
            cipher.processBlock(counter, 0, out, block * Aes.BLOCK);
        }
        return out;
    }

    private void increment() {
        for (int i = counter.length - 1; i >= 0 && ++counter[i] == 0; i--) {}
    }

    private static void xor(byte[] into, byte[] other) {
        for (int i = 0; i < into.length; i++) {
            into[i] ^= other[i];
        }
    }

    private static byte[] requireSeed(byte[] bytes) {
        if (bytes.length != SEED) {
            throw new IllegalArgumentException("needs " + SEED + " bytes, has " + bytes.length);
        }
        return bytes;
    }
}
