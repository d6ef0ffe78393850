package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import javax.crypto.KeyAgreement;
import org.lockcredentials.Secret;

/** A key of one's own on P-256: signs and agrees on keys, Core specification section 3.5. Closing it wipes the private key. */
public final class P256KeyPair implements AutoCloseable {

    /** Signatures as r before s, 32 bytes each. */
    static final String ECDSA = "SHA256withECDSAinP1363Format";

    private final Secret scalar;
    private final P256PublicKey publicKey;

    private P256KeyPair(BigInteger scalar) {
        this.scalar = Secret.taking(Curve.encode(scalar));
        this.publicKey = new P256PublicKey(Curve.encode(Curve.multiply(Curve.generator(), scalar)));
    }

    /** A fresh key pair. */
    public static P256KeyPair generate() {
        return new P256KeyPair(Curve.randomScalar());
    }

    /**
     * The pair of a private key that was kept.
     *
     * @param privateKey 32 bytes, copied
     * @throws IllegalArgumentException unless it is from 1 to the order of the group less 1
     */
    public static P256KeyPair of(Secret privateKey) {
        BigInteger scalar = privateKey.use(Curve::scalar);
        if (privateKey.length() != Curve.FIELD || !Curve.isInGroup(scalar)) {
            throw new IllegalArgumentException("not a private key on P-256");
        }
        return new P256KeyPair(scalar);
    }

    public P256PublicKey publicKey() {
        return publicKey;
    }

    /** The 32 bytes of the private key, which the caller wipes. */
    public Secret privateKey() {
        return scalar.copy();
    }

    /** ECDSA with SHA-256 over the parts in order: 64 bytes, r before s. */
    public byte[] sign(byte[]... message) {
        try {
            Signature signer = Signature.getInstance(ECDSA);
            signer.initSign(platformKey());
            for (byte[] part : message) {
                signer.update(part);
            }
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot sign on P-256", e);
        }
    }

    /** The 32-byte x coordinate that both sides of a key agreement arrive at. */
    public Secret agree(P256PublicKey theirs) {
        try {
            KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(platformKey());
            agreement.doPhase(theirs.platformKey(), true);
            return Secret.taking(agreement.generateSecret());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot agree on keys on P-256", e);
        }
    }

    @Override
    public void close() {
        scalar.wipe();
    }

    @Override
    public String toString() {
        return "P256KeyPair[" + publicKey + "]";
    }

    static ECParameterSpec parameters() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private PrivateKey platformKey() throws GeneralSecurityException {
        ECPrivateKeySpec spec = new ECPrivateKeySpec(scalar.use(Curve::scalar), parameters());
        return KeyFactory.getInstance("EC").generatePrivate(spec);
    }
}
