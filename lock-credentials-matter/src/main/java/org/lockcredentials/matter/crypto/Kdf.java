package org.lockcredentials.matter.crypto;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.lockcredentials.Secret;

/** Key derivation with SHA-256: HKDF (RFC 5869) and PBKDF2 (RFC 8018), Core specification sections 3.8 and 3.9. */
public final class Kdf {

    private Kdf() {}

    /** {@code length} bytes out of {@code input}; an empty salt counts as one of zeros. */
    public static Secret hkdf(Secret input, byte[] salt, byte[] info, int length) {
        return input.use(bytes -> Secret.taking(hkdf(bytes, salt, info, length)));
    }

    static byte[] hkdf(byte[] input, byte[] salt, byte[] info, int length) {
        HKDFBytesGenerator generator = new HKDFBytesGenerator(SHA256Digest.newInstance());
        generator.init(new HKDFParameters(input, salt, info));
        byte[] derived = new byte[length];
        generator.generateBytes(derived, 0, length);
        return derived;
    }

    /** {@code length} bytes out of {@code password}: BouncyCastle's, since the JDK's takes characters and no bytes. */
    public static Secret pbkdf2(Secret password, byte[] salt, int iterations, int length) {
        return password.use(bytes -> {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
            generator.init(bytes, salt, iterations);
            return Secret.taking(((KeyParameter) generator.generateDerivedMacParameters(8 * length)).getKey());
        });
    }
}
