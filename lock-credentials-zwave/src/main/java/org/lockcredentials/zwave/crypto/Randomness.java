package org.lockcredentials.zwave.crypto;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The generator of keys, nonces and entropy that Z-Wave prescribes: {@link CtrDrbg} with 32 zeros for a personalization, seeded by the
 * JDK (SDS13783 §3.6.4.7).
 */
public final class Randomness extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final transient CtrDrbg generator;

    private Randomness(CtrDrbg generator) {
        this.generator = generator;
    }

    /** A generator of its own, which several threads may use. */
    public static SecureRandom create() {
        byte[] entropy = new byte[CtrDrbg.SEED];
        new SecureRandom().nextBytes(entropy);
        CtrDrbg generator = new CtrDrbg(entropy, new byte[CtrDrbg.SEED]);
        Arrays.fill(entropy, (byte) 0);
        return new Randomness(generator);
    }

    @Override
    public String getAlgorithm() {
        return "CTR_DRBG";
    }

    @Override
    public void nextBytes(byte[] bytes) {
        synchronized (generator) {
            byte[] generated = generator.generate(bytes.length);
            System.arraycopy(generated, 0, bytes, 0, bytes.length);
            Arrays.fill(generated, (byte) 0);
        }
    }
}
