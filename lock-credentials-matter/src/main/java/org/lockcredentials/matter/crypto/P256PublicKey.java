package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.lockcredentials.internal.bytes.DecodeException;

/** A point on P-256 that somebody signs or agrees on keys with, Core specification section 3.5.1. */
public final class P256PublicKey {

    /** Bytes of the uncompressed form. */
    public static final int SIZE = Curve.POINT;

    /** Bytes of a signature, r before s. */
    public static final int SIGNATURE = 2 * Curve.FIELD;

    private final byte[] point;

    P256PublicKey(byte[] checked) {
        this.point = checked;
    }

    /** Takes a copy of the 65 bytes of an uncompressed point. @throws DecodeException unless they are one on the curve */
    public static P256PublicKey of(byte[] point) throws DecodeException {
        Curve.decode(point);
        return new P256PublicKey(point.clone());
    }

    /** A copy of the 65 bytes. */
    public byte[] bytes() {
        return point.clone();
    }

    /** The 20-byte name of the key that certificates carry: SHA-1 of its point, RFC 5280 section 4.2.1.2 method 1. */
    public byte[] keyIdentifier() {
        return Hashes.sha1(point);
    }

    /** True if {@code signature} (64 bytes, r before s) is this key's ECDSA signature with SHA-256 over the parts in order. */
    public boolean verifies(byte[] signature, byte[]... message) {
        if (signature.length != SIGNATURE || !isInGroup(signature, 0) || !isInGroup(signature, Curve.FIELD)) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(P256KeyPair.ECDSA);
            verifier.initVerify(platformKey());
            for (byte[] part : message) {
                verifier.update(part);
            }
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    /** FIPS 186-5 section 6.4.2 begins with it; not every platform does, and then zeros are everybody's signature. */
    private static boolean isInGroup(byte[] signature, int from) {
        return Curve.isInGroup(Curve.scalar(Arrays.copyOfRange(signature, from, from + Curve.FIELD)));
    }

    ECPublicKey platformKey() throws GeneralSecurityException {
        BigInteger x = Curve.scalar(Arrays.copyOfRange(point, 1, 1 + Curve.FIELD));
        BigInteger y = Curve.scalar(Arrays.copyOfRange(point, 1 + Curve.FIELD, SIZE));
        ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(x, y), P256KeyPair.parameters());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof P256PublicKey that && Arrays.equals(point, that.point);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(point);
    }

    @Override
    public String toString() {
        return "P256PublicKey[" + HexFormat.of().formatHex(point, 1, 9) + "…]";
    }
}
