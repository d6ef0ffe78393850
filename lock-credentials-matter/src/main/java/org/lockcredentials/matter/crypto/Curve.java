package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;
import org.lockcredentials.internal.bytes.DecodeException;

/** Arithmetic on NIST P-256. Scalars are keys, so a multiplication takes the same steps for each of them. */
final class Curve {

    /** Bytes of a scalar and of a coordinate. */
    static final int FIELD = 32;

    /** Bytes of an uncompressed point. */
    static final int POINT = 1 + 2 * FIELD;

    private static final X9ECParameters P256 = CustomNamedCurves.getByName("secp256r1");

    static final BigInteger ORDER = P256.getN();

    private Curve() {}

    static ECPoint generator() {
        return P256.getG();
    }

    /** The point of 65 bytes that begin with 04; on the curve and not its neutral element. */
    static ECPoint decode(byte[] point) throws DecodeException {
        if (point.length != POINT || point[0] != 4) {
            throw new DecodeException("a point needs 65 bytes that begin with 4, has " + point.length);
        }
        try {
            return P256.getCurve().decodePoint(point);
        } catch (IllegalArgumentException e) {
            throw new DecodeException("a point that is not on P-256");
        }
    }

    /** A constant of the specification in its compressed form. */
    static ECPoint constant(String hex) {
        return P256.getCurve().decodePoint(new BigInteger(hex, 16).toByteArray());
    }

    static byte[] encode(ECPoint point) {
        return point.getEncoded(false);
    }

    static ECPoint multiply(ECPoint point, BigInteger scalar) {
        return new FixedPointCombMultiplier().multiply(point, scalar);
    }

    /** A scalar from 1 to the order of the group less 1. */
    static BigInteger randomScalar() {
        return BigIntegers.createRandomInRange(BigInteger.ONE, ORDER.subtract(BigInteger.ONE), new SecureRandom());
    }

    /** From 1 to the order of the group less 1. */
    static boolean isInGroup(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(ORDER) < 0;
    }

    static byte[] encode(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(FIELD, scalar);
    }

    static BigInteger scalar(byte[] bytes) {
        return new BigInteger(1, bytes);
    }
}
