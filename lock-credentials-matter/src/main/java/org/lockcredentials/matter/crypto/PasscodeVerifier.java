package org.lockcredentials.matter.crypto;

import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * What a commissionee keeps in place of its passcode (PAKEPasscodeVerifier), Core specification section 3.10.
 *
 * @param w0 32 bytes
 * @param l the 65 bytes of a point
 */
public record PasscodeVerifier(Secret w0, byte[] l) implements AutoCloseable {

    /** Bytes of the encoded form: w0, then L. */
    public static final int SIZE = Curve.FIELD + Curve.POINT;

    /** The 97 bytes that OpenCommissioningWindow carries. */
    public Secret encode() {
        byte[] bytes = w0.use(first -> Arrays.copyOf(first, SIZE));
        System.arraycopy(l, 0, bytes, Curve.FIELD, Curve.POINT);
        return Secret.taking(bytes);
    }

    public static PasscodeVerifier decode(Secret verifier) throws DecodeException {
        if (verifier.length() != SIZE) {
            throw new DecodeException("a verifier has 97 bytes, not " + verifier.length());
        }
        byte[] l = verifier.use(bytes -> Arrays.copyOfRange(bytes, Curve.FIELD, SIZE));
        Curve.decode(l);
        return new PasscodeVerifier(verifier.use(bytes -> Secret.taking(Arrays.copyOf(bytes, Curve.FIELD))), l);
    }

    @Override
    public void close() {
        w0.wipe();
    }
}
