package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

class Spake2PlusTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] CONTEXT = "what was said before".getBytes(US_ASCII);
    private static final byte[] SALT = "SPAKE2P Key Salt".getBytes(US_ASCII);

    private static final String W0 = "e6887cf9bdfb7579c69bf47928a84514b5e355ac034863f7ffaf4390e67d798c";
    private static final String W1 = "24b5ae4abda868ec9336ffc3b78ee31c5755bef1759227ef5372ca139b94e512";
    private static final String L = "0495645cfb74df6e58f9748bb83a86620bab7c82e107f57d6870da8cbcb2ff9f70"
            + "63a14b6402c62f99afcb9706a4d1a143273259fe76f1c605a3639745a92154b9";

    /**
     * draft-bar-cfrg-spake2plus-01 appendix B, as in connectedhomeip's src/crypto/tests/SPAKE2P_RFC_test_vectors.h: x, X, y, Y, Ke, cA and
     * cB. RFC 9383 confirms over the transcript in another way, so its own vectors are none of Matter's.
     */
    @ParameterizedTest
    @CsvSource({
        "client,server,"
                + "8b0f3f383905cf3a3bb955ef8fb62e24849dd349a05ca79aafb18041d30cbdb6,"
                + "04af09987a593d3bac8694b123839422c3cc87e37d6b41c1d630f000dd64980e537ae704bcede04ea3bec9b7475b32fa2ca3b684be14d1"
                + "1645e38ea6609eb39e7e,"
                + "2e0895b0e763d6d5a9564433e64ac3cac74ff897f6c3445247ba1bab40082a91,"
                + "04417592620aebf9fd203616bbb9f121b730c258b286f890c5f19fea833a9c900cbe9057bc549a3e19975be9927f0e7614f08d1f0a108e"
                + "ede5fd7eb5624584a4f4,"
                + "801db297654816eb4f02868129b9dc89,"
                + "d4376f2da9c72226dd151b77c2919071155fc22a2068d90b5faa6c78c11e77dd,"
                + "0660a680663e8c5695956fb22dff298b1d07a526cf3cc591adfecd1f6ef6e02e",
        "'','',"
                + "5b478619804f4938d361fbba3a20648725222f0a54cc4c876139efe7d9a21786,"
                + "04a6db23d001723fb01fcfc9d08746c3c2a0a3feff8635d29cad2853e7358623425cf39712e928054561ba71e2dc11f300f1760e71eb17"
                + "7021a8f85e78689071cd,"
                + "766770dad8c8eecba936823c0aed044b8c3c4f7655e8beec44a15dcbcaf78e5e,"
                + "04390d29bf185c3abf99f150ae7c13388c82b6be0c07b1b8d90d26853e84374bbdc82becdb978ca3792f472424106a2578012752c11938"
                + "fcf60a41df75ff7cf947,"
                + "ea3276d68334576097e04b19ee5a3a8b,"
                + "71d9412779b6c45a2c615c9df3f1fd93dc0aaf63104da8ece4aa1b5a3a415fea,"
                + "095dc0400355cc233fde7437811815b3c1524aae80fd4e6810cf531cf11d20e3"
    })
    void published(
            String proverIdentity,
            String verifierIdentity,
            String proverSecret,
            String proverShare,
            String verifierSecret,
            String verifierShare,
            String sharedKey,
            String proverConfirmation,
            String verifierConfirmation)
            throws DecodeException {
        Spake2PlusTranscript transcript = new Spake2PlusTranscript(
                "SPAKE2+-P256-SHA256-HKDF draft-01".getBytes(US_ASCII),
                proverIdentity.getBytes(US_ASCII),
                verifierIdentity.getBytes(US_ASCII));
        PasscodeKeys keys = new PasscodeKeys(Secret.of(HEX.parseHex(W0)), Secret.of(HEX.parseHex(W1)));
        assertEquals(L, HEX.formatHex(keys.verifier().l()));
        Spake2PlusProver prover = new Spake2PlusProver(transcript, keys, new BigInteger(proverSecret, 16));
        assertEquals(proverShare, HEX.formatHex(prover.share()));
        Spake2PlusVerifier verifier =
                new Spake2PlusVerifier(transcript, keys.verifier(), new BigInteger(verifierSecret, 16), prover.share());
        assertEquals(verifierShare, HEX.formatHex(verifier.share()));
        assertEquals(verifierConfirmation, HEX.formatHex(verifier.confirmation()));
        Spake2PlusProver.Proof proof =
                prover.finish(verifier.share(), verifier.confirmation()).orElseThrow();
        assertEquals(proverConfirmation, HEX.formatHex(proof.confirmation()));
        assertEquals(sharedKey, proof.sharedKey().<String>use(HEX::formatHex));
        assertEquals(Optional.of(proof.sharedKey()), verifier.finish(proof.confirmation()));
    }

    /** The verifier of passcode 20202021 that connectedhomeip's scripts/tools/spake2p/README.md gives. */
    @Test
    void publishedPasscodeVerifier() throws DecodeException {
        try (PasscodeKeys keys = PasscodeKeys.derive(Secret.of("20202021"), SALT, 1000);
                PasscodeVerifier verifier = keys.verifier();
                Secret encoded = verifier.encode()) {
            assertEquals(
                    "uWFwqugDNGiEck/po7KHwwMwwqZgN10XuyBajPGuyzUEV/iree4lOrao5GuwnlQ65CJzbeUB49s31EH+NEkg0JVI5MGCQGMMT/SRPFNR"
                            + "ODm3wH/MBiehuFc6FJ/NH6Rmzw==",
                    encoded.<String>use(Base64.getEncoder()::encodeToString));
            assertEquals(encoded, PasscodeVerifier.decode(encoded).encode());
        }
    }

    @Test
    void whoHasAnotherPasscodeIsNoticedByBothEnds() throws DecodeException {
        PasscodeKeys right = PasscodeKeys.derive(Secret.of("20202021"), SALT, 1000);
        PasscodeKeys wrong = PasscodeKeys.derive(Secret.of("20202022"), SALT, 1000);
        Spake2PlusProver prover = Spake2PlusProver.start(wrong, CONTEXT);
        Spake2PlusVerifier verifier = Spake2PlusVerifier.answer(right.verifier(), CONTEXT, prover.share());
        assertTrue(prover.finish(verifier.share(), verifier.confirmation()).isEmpty());
        assertTrue(verifier.finish(new byte[32]).isEmpty());
        assertTrue(verifier.finish(new byte[0]).isEmpty());
    }

    @Test
    void whatWasSaidBeforeIsBoundIn() throws DecodeException {
        PasscodeKeys keys = PasscodeKeys.derive(Secret.of("20202021"), SALT, 1000);
        Spake2PlusProver prover = Spake2PlusProver.start(keys, CONTEXT);
        Spake2PlusVerifier other = Spake2PlusVerifier.answer(keys.verifier(), new byte[32], prover.share());
        assertTrue(prover.finish(other.share(), other.confirmation()).isEmpty());
        Spake2PlusVerifier same = Spake2PlusVerifier.answer(keys.verifier(), CONTEXT, prover.share());
        assertFalse(prover.finish(same.share(), same.confirmation()).isEmpty());
    }

    @Test
    void aShareOffTheCurveOrThatHidesNothingIsRefused() {
        PasscodeKeys keys = PasscodeKeys.derive(Secret.of("20202021"), SALT, 1000);
        BigInteger w0 = keys.w0().use(Curve::scalar);
        Spake2PlusProver prover = Spake2PlusProver.start(keys, CONTEXT);
        byte[] maskOnly = Curve.encode(Curve.multiply(Spake2PlusTranscript.N, w0));
        byte[] offCurve = prover.share();
        offCurve[64] ^= 1;
        assertThrows(DecodeException.class, () -> prover.finish(maskOnly, new byte[32]));
        assertThrows(DecodeException.class, () -> prover.finish(offCurve, new byte[32]));
        assertThrows(DecodeException.class, () -> prover.finish(new byte[0], new byte[32]));
        assertThrows(DecodeException.class, () -> Spake2PlusVerifier.answer(keys.verifier(), CONTEXT, new byte[65]));
    }

    @Test
    void leadingZerosOfAPasscodeChangeNothing() {
        assertEquals(
                PasscodeKeys.derive(Secret.of("54321"), SALT, 1000),
                PasscodeKeys.derive(Secret.of("00054321"), SALT, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020202A", "123456789"})
    void onlyDigitsAreAPasscode(String passcode) {
        assertThrows(IllegalArgumentException.class, () -> PasscodeKeys.derive(Secret.of(passcode), SALT, 1000));
    }
}
