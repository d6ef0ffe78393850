package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

class P256KeyPairTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] MESSAGE = "what was said".getBytes(US_ASCII);

    /** connectedhomeip's src/crypto/tests/ECDH_P256_test_vectors.h; the last shared secret begins with a zero byte. */
    @ParameterizedTest
    @CsvSource({
        "7d7dc5f71eb29ddaf80d6214632eeae03d9058af1fb6d22ed80badb62bc1a534,"
                + "04700c48f77f56584c5cc632ca65640db91b6bacce3a4df6b42ce7cc838833d287"
                + "db71e509e3fd9b060ddb20ba5c51dcc5948d46fbf640dfe0441782cab85fa4ac,"
                + "46fc62106420ff012e54a434fbdd2d25ccc5852060561e68040dd7778997bd7b",
        "7ae67afcf2505c12b7600fa225859afe36fa01e7b0789cf59b06a1c9b8ef90d2,"
                + "04196c32a9901bdc8170280c78947132b92c9a7b8d4f597a1833712545"
                + "8ccf92561ba3809ec1b9668a29036866e6d8458911013e2e78f9296e86d6817f7ae6f309,"
                + "0013b576c6c02702b1b66c67fab46da854880a39d75fa744641ffa6111823a4e"
    })
    void agreesAsPublished(String privateKey, String theirs, String shared) throws DecodeException {
        try (P256KeyPair mine = P256KeyPair.of(Secret.of(HEX.parseHex(privateKey)))) {
            Secret agreed = mine.agree(P256PublicKey.of(HEX.parseHex(theirs)));
            assertEquals(shared, agreed.<String>use(HEX::formatHex));
        }
    }

    /** RFC 6979 appendix A.2.5: the key pair, and the signature of "sample" with SHA-256. */
    @Test
    void verifiesAPublishedSignature() {
        try (P256KeyPair pair = P256KeyPair.of(
                Secret.of(HEX.parseHex("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721")))) {
            assertEquals(
                    "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6"
                            + "7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299",
                    HEX.formatHex(pair.publicKey().bytes()));
            assertTrue(pair.publicKey()
                    .verifies(
                            HEX.parseHex("efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
                                    + "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"),
                            "sam".getBytes(US_ASCII),
                            "ple".getBytes(US_ASCII)));
        }
    }

    @Test
    void signsWhatOnlyItsPublicKeyVerifies() {
        try (P256KeyPair pair = P256KeyPair.generate();
                P256KeyPair other = P256KeyPair.generate()) {
            byte[] signature = pair.sign(MESSAGE);
            assertEquals(P256PublicKey.SIGNATURE, signature.length);
            assertTrue(pair.publicKey().verifies(signature, MESSAGE));
            assertFalse(other.publicKey().verifies(signature, MESSAGE));
            assertFalse(pair.publicKey().verifies(signature, MESSAGE, new byte[1]));
            assertFalse(pair.publicKey().verifies(new byte[P256PublicKey.SIGNATURE], MESSAGE));
            assertFalse(pair.publicKey().verifies(new byte[63], MESSAGE));
            signature[40] ^= 1;
            assertFalse(pair.publicKey().verifies(signature, MESSAGE));
        }
    }

    @Test
    void bothSidesAgree() {
        try (P256KeyPair one = P256KeyPair.generate();
                P256KeyPair two = P256KeyPair.generate()) {
            assertNotEquals(one.publicKey(), two.publicKey());
            assertEquals(one.agree(two.publicKey()), two.agree(one.publicKey()));
        }
    }

    @Test
    void aKeptKeyIsTheSamePair() {
        try (P256KeyPair pair = P256KeyPair.generate();
                Secret kept = pair.privateKey();
                P256KeyPair again = P256KeyPair.of(kept)) {
            assertEquals(pair.publicKey(), again.publicKey());
        }
    }

    @Test
    void aClosedPairSignsNothing() {
        P256KeyPair pair = P256KeyPair.generate();
        pair.close();
        assertThrows(IllegalStateException.class, () -> pair.sign(MESSAGE));
        assertFalse(pair.toString().contains("scalar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "01"
            })
    void onlyAScalarOfTheGroupIsAPrivateKey(String scalar) {
        assertThrows(IllegalArgumentException.class, () -> P256KeyPair.of(Secret.of(HEX.parseHex(scalar))));
    }

    /** Rows of connectedhomeip's src/crypto/tests/SPAKE2P_POINT_VALID_test_vectors.h, and forms that Matter does not use. */
    @ParameterizedTest
    @CsvSource({
        "0427a32cfba56ec7339e001e7e1ca77ddd2b056cc2bdaaab9ee7a913a872655a9377536e90cbd662de56e887e04a941acfcf61507d"
                + "ffa12a6b5885d101f13ae22d,true",
        "0427a32cfba56ec7339e001e7e1ca77ddd2b056cc2bdaaab9ee7a913a872655a9377536e90cbd662de56e887e04a941acfcf61507d"
                + "ffa12a6b5885d101f13ae22e,false",
        "04d114c19a72f33fd4263e3d01e6b3e0b487c256e9c72d4b72f262ecf4785039d60f3c84bcdcde8a470cb1fbf6d619f64db8f86762"
                + "2a6c618281d99c0c44b3fe5f,true",
        "04d114c19a72f33fd4263e3d01e6b3e0b487c256e9c72d4b72f262ecf4785039d60f3c84bcdcde8a470cb1fbf6d619f64db8f86762"
                + "2a6c618281d99c0c44b3fe60,false",
        "0627a32cfba56ec7339e001e7e1ca77ddd2b056cc2bdaaab9ee7a913a872655a9377536e90cbd662de56e887e04a941acfcf61507d"
                + "ffa12a6b5885d101f13ae22d,false",
        "0327a32cfba56ec7339e001e7e1ca77ddd2b056cc2bdaaab9ee7a913a872655a93,false",
        "00,false",
        "'',false",
        "0400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
                + "00000000000000000000000000,false",
        "04ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
                + "ffffffffffffffffffffffffff,false"
    })
    void onlyAPointOnTheCurveIsAPublicKey(String point, boolean valid) {
        byte[] bytes = HEX.parseHex(point);
        if (valid) {
            assertEquals(point, HEX.formatHex(assertKey(bytes).bytes()));
        } else {
            assertThrows(DecodeException.class, () -> P256PublicKey.of(bytes));
        }
    }

    private static P256PublicKey assertKey(byte[] bytes) {
        try {
            return P256PublicKey.of(bytes);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    /** Where a platform does not look, zeros are everybody's signature. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551",
                "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            })
    void aNumberOutsideTheGroupSignsNothing(String outside) {
        String inside = "00000000000000000000000000000000000000000000000000000000000000aa";
        try (P256KeyPair pair = P256KeyPair.generate()) {
            for (String numbers : List.of(outside + inside, inside + outside, outside + outside)) {
                byte[] signature = HEX.parseHex(numbers);
                assertFalse(pair.publicKey().verifies(signature, MESSAGE));
                assertThrows(DecodeException.class, () -> DerSignature.decode(DerSignature.encode(signature)));
            }
        }
    }
}
