package org.lockcredentials.matter.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;
import org.lockcredentials.internal.bytes.DecodeException;

/** ECDSA signatures in the form that X.509 and CMS carry (Ecdsa-Sig-Value, RFC 3279 section 2.2.3), to and from r before s. */
public final class DerSignature {

    private DerSignature() {}

    /** The DER form of 64 bytes. */
    public static byte[] encode(byte[] signature) {
        ASN1Integer r = new ASN1Integer(Curve.scalar(Arrays.copyOf(signature, Curve.FIELD)));
        ASN1Integer s =
                new ASN1Integer(Curve.scalar(Arrays.copyOfRange(signature, Curve.FIELD, P256PublicKey.SIGNATURE)));
        try {
            return new DERSequence(new ASN1Integer[] {r, s}).getEncoded();
        } catch (IOException impossible) {
            throw new IllegalStateException("two numbers always have a DER form", impossible);
        }
    }

    /** The 64 bytes of a DER form. @throws DecodeException unless both numbers are from 1 to the order of the group less 1 */
    public static byte[] decode(byte[] der) throws DecodeException {
        return Der.read("a signature", () -> {
            ASN1Sequence sequence = ASN1Sequence.getInstance(der);
            if (sequence.size() != 2) {
                throw new DecodeException("a signature of " + sequence.size() + " numbers");
            }
            byte[] signature = new byte[P256PublicKey.SIGNATURE];
            for (int i = 0; i < 2; i++) {
                BigInteger number =
                        ASN1Integer.getInstance(sequence.getObjectAt(i)).getValue();
                if (!Curve.isInGroup(number)) {
                    throw new DecodeException("a signature with a number outside the group");
                }
                BigIntegers.asUnsignedByteArray(number, signature, i * Curve.FIELD, Curve.FIELD);
            }
            return signature;
        });
    }
}
