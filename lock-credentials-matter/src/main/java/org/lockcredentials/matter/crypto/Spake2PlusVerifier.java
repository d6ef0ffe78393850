package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The end of SPAKE2+ that has only the verifier of the passcode: a commissionee, Core specification sections 3.10 and 4.14.1.
 *
 * <p>One object is the answer to one prover. Not safe for use by several threads.
 */
public final class Spake2PlusVerifier {

    private final byte[] share;
    private final Spake2PlusTranscript.Keys keys;

    Spake2PlusVerifier(
            Spake2PlusTranscript transcript, PasscodeVerifier verifier, BigInteger secret, byte[] proverShare)
            throws DecodeException {
        BigInteger w0 = verifier.w0().use(Curve::scalar);
        ECPoint bare = Spake2PlusTranscript.unmask(proverShare, w0, Spake2PlusTranscript.M);
        this.share = Spake2PlusTranscript.share(secret, w0, Spake2PlusTranscript.N);
        ECPoint z = Curve.multiply(bare, secret);
        ECPoint v = Curve.multiply(Curve.decode(verifier.l()), secret);
        this.keys = transcript.keys(proverShare, share, z, v, w0);
    }

    /**
     * Answers a prover.
     *
     * @param context the hash of what was said before
     * @param proverShare 65 bytes (pA)
     * @throws DecodeException if the share is no point that an honest prover sends
     */
    public static Spake2PlusVerifier answer(PasscodeVerifier verifier, byte[] context, byte[] proverShare)
            throws DecodeException {
        return new Spake2PlusVerifier(Spake2PlusTranscript.of(context), verifier, Curve.randomScalar(), proverShare);
    }

    /** The 65 bytes (pB) that the prover gets. */
    public byte[] share() {
        return share.clone();
    }

    /** The 32 bytes (cB) that the prover gets with them. */
    public byte[] confirmation() {
        return keys.verifierConfirmation().clone();
    }

    /** The 16 bytes (Ke) that both ends have, or empty if the prover did not know the passcode. */
    public Optional<Secret> finish(byte[] proverConfirmation) {
        boolean proven = MessageDigest.isEqual(keys.proverConfirmation(), proverConfirmation);
        return proven ? Optional.of(keys.sharedKey().copy()) : Optional.empty();
    }
}
