package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * What both ends of SPAKE2+ hash, and the keys that come of it, Core specification section 3.10 and draft-bar-cfrg-spake2plus-01.
 *
 * <p>Matter names neither end, so the two identities are empty outside the published vectors.
 *
 * @param context the hash of what was said before
 */
record Spake2PlusTranscript(byte[] context, byte[] proverIdentity, byte[] verifierIdentity) {

    static final ECPoint M = Curve.constant("02886e2f97ace46e55ba9dd7242579f2993b64e16ef3dcab95afd497333d8fa12f");
    static final ECPoint N = Curve.constant("03d8bbd6c639c62937b04d997f38c3770719c629d7014d49a24b4f98baa1292b49");

    private static final byte[] CONFIRMATION_KEYS = "ConfirmationKeys".getBytes(US_ASCII);
    private static final int HALF = 16;

    static Spake2PlusTranscript of(byte[] context) {
        return new Spake2PlusTranscript(context.clone(), new byte[0], new byte[0]);
    }

    /** {@code secret} · generator + w0 · {@code mask}: what an end shows of itself. */
    static byte[] share(BigInteger secret, BigInteger w0, ECPoint mask) {
        ECPoint own = Curve.multiply(Curve.generator(), secret);
        return Curve.encode(own.add(Curve.multiply(mask, w0)));
    }

    /** What the other end showed, without w0 · {@code mask}. @throws DecodeException for a point that no honest end shows */
    static ECPoint unmask(byte[] share, BigInteger w0, ECPoint mask) throws DecodeException {
        ECPoint bare = Curve.decode(share).subtract(Curve.multiply(mask, w0));
        if (bare.isInfinity()) {
            throw new DecodeException("a share that hides nothing");
        }
        return bare;
    }

    /** The keys of the run in which the prover showed {@code x} and the verifier {@code y}. */
    Keys keys(byte[] x, byte[] y, ECPoint z, ECPoint v, BigInteger w0) {
        ByteArrayOutputStream transcript = new ByteArrayOutputStream();
        byte[] encodedZ = Curve.encode(z);
        byte[] encodedV = Curve.encode(v);
        byte[] encodedW0 = Curve.encode(w0);
        List<byte[]> parts = List.of(
                context,
                proverIdentity,
                verifierIdentity,
                Curve.encode(M),
                Curve.encode(N),
                x,
                y,
                encodedZ,
                encodedV,
                encodedW0);
        for (byte[] part : parts) {
            transcript.writeBytes(ByteBuffer.allocate(Long.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(part.length)
                    .array());
            transcript.writeBytes(part);
        }
        byte[] main = Hashes.sha256(transcript.toByteArray());
        try (Secret ka = half(main, 0);
                Secret confirmation = Kdf.hkdf(ka, new byte[0], CONFIRMATION_KEYS, 2 * HALF)) {
            return confirmation.use(keys -> {
                try (Secret prover = half(keys, 0);
                        Secret verifier = half(keys, HALF)) {
                    return new Keys(Hashes.hmac(prover, y), Hashes.hmac(verifier, x), half(main, HALF));
                }
            });
        } finally {
            for (byte[] secret : List.of(main, encodedZ, encodedV, encodedW0)) {
                Arrays.fill(secret, (byte) 0);
            }
        }
    }

    private static Secret half(byte[] bytes, int from) {
        return Secret.taking(Arrays.copyOfRange(bytes, from, from + HALF));
    }

    /** The prover's confirmation (cA), the verifier's (cB), and the shared key Ke. */
    record Keys(byte[] proverConfirmation, byte[] verifierConfirmation, Secret sharedKey) {}
}
