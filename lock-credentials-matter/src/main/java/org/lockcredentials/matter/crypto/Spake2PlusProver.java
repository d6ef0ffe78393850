package org.lockcredentials.matter.crypto;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Optional;
import org.bouncycastle.math.ec.ECPoint;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The end of SPAKE2+ that knows the passcode: a commissioner, Core specification sections 3.10 and 4.14.1.
 *
 * <p>One object is one attempt. Not safe for use by several threads.
 */
public final class Spake2PlusProver {

    private final Spake2PlusTranscript transcript;
    private final BigInteger w0;
    private final BigInteger w1;
    private final BigInteger secret;
    private final byte[] share;

    Spake2PlusProver(Spake2PlusTranscript transcript, PasscodeKeys keys, BigInteger secret) {
        this.transcript = transcript;
        this.w0 = keys.w0().use(Curve::scalar);
        this.w1 = keys.w1().use(Curve::scalar);
        this.secret = secret;
        this.share = Spake2PlusTranscript.share(secret, w0, Spake2PlusTranscript.M);
    }

    /**
     * Begins an attempt.
     *
     * @param keys read at once, so the caller may wipe them
     * @param context the hash of what was said before
     */
    public static Spake2PlusProver start(PasscodeKeys keys, byte[] context) {
        return new Spake2PlusProver(Spake2PlusTranscript.of(context), keys, Curve.randomScalar());
    }

    /** The 65 bytes (pA) that the verifier gets first. */
    public byte[] share() {
        return share.clone();
    }

    /**
     * Ends the attempt with the verifier's answer.
     *
     * @param verifierShare 65 bytes (pB)
     * @param verifierConfirmation 32 bytes (cB)
     * @return what proves the passcode to the verifier, and the key that both have; empty if the verifier has another passcode
     * @throws DecodeException if the share is no point that an honest verifier sends
     */
    public Optional<Proof> finish(byte[] verifierShare, byte[] verifierConfirmation) throws DecodeException {
        ECPoint bare = Spake2PlusTranscript.unmask(verifierShare, w0, Spake2PlusTranscript.N);
        ECPoint z = Curve.multiply(bare, secret);
        ECPoint v = Curve.multiply(bare, w1);
        Spake2PlusTranscript.Keys keys = transcript.keys(share, verifierShare, z, v, w0);
        if (!MessageDigest.isEqual(keys.verifierConfirmation(), verifierConfirmation)) {
            keys.sharedKey().wipe();
            return Optional.empty();
        }
        return Optional.of(new Proof(keys.proverConfirmation(), keys.sharedKey()));
    }

    /**
     * The outcome for the prover.
     *
     * @param confirmation 32 bytes (cA)
     * @param sharedKey 16 bytes (Ke)
     */
    public record Proof(byte[] confirmation, Secret sharedKey) {}
}
