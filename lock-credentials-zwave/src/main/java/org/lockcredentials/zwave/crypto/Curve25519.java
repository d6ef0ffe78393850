package org.lockcredentials.zwave.crypto;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.lockcredentials.Secret;

/** The key agreement of Security 2: X25519, RFC 7748 section 5. */
public final class Curve25519 {

    /** Bytes of a private key, a public key and a shared secret. */
    public static final int LENGTH = 32;

    private Curve25519() {}

    /** A new private key. */
    public static Secret newPrivateKey(SecureRandom random) {
        byte[] key = new byte[LENGTH];
        X25519.generatePrivateKey(random, key);
        Secret secret = Secret.of(key);
        Arrays.fill(key, (byte) 0);
        return secret;
    }

    /** The public key that belongs to a private one. */
    public static byte[] publicKey(Secret privateKey) {
        byte[] key = new byte[LENGTH];
        privateKey.use(scalar -> {
            X25519.scalarMultBase(scalar, 0, key, 0);
            return key;
        });
        return key;
    }

    /** The secret shared with the holder of {@code peer}'s private key; empty if that public key forces it to zero, RFC 7748 section 6.1. */
    public static Optional<Secret> agree(Secret privateKey, byte[] peer) {
        byte[] shared = new byte[LENGTH];
        boolean contributory = privateKey.use(scalar -> X25519.calculateAgreement(scalar, 0, peer, 0, shared, 0));
        Optional<Secret> agreed = contributory ? Optional.of(Secret.of(shared)) : Optional.empty();
        Arrays.fill(shared, (byte) 0);
        return agreed;
    }
}
