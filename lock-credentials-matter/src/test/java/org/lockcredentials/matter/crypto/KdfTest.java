package org.lockcredentials.matter.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Secret;

class KdfTest {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5869 appendices A.1 and A.3, as in connectedhomeip's src/crypto/tests/HKDF_SHA256_test_vectors.h; the last row has no salt. */
    @ParameterizedTest
    @CsvSource({
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,000102030405060708090a0b0c,f0f1f2f3f4f5f6f7f8f9,"
                + "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
        "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b,'','',"
                + "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"
    })
    void hkdf(String input, String salt, String info, String output) {
        Secret derived =
                Kdf.hkdf(Secret.of(HEX.parseHex(input)), HEX.parseHex(salt), HEX.parseHex(info), output.length() / 2);
        assertEquals(output, derived.<String>use(HEX::formatHex));
    }

    /** connectedhomeip's src/crypto/tests/PBKDF2_SHA256_test_vectors.h, cases 1 to 3 and 5. */
    @ParameterizedTest
    @CsvSource({
        "password,saltSALT,1,9a87d25e37408fd72f423d2285c7086d3a642a26",
        "password,saltSALT,2,a0f30e25e8659c36a09589490d64a6b12e0c383c",
        "password,saltSALT,5,861614287714d42975165eb63ea78cce8550713c",
        "passwordPASSWORDpassword,saltSALTsaltSALT,10,281aef26fa2ddf5b768201ff3addfc680ada0787c9b4765542"
    })
    void pbkdf2(String password, String salt, int iterations, String output) {
        Secret derived = Kdf.pbkdf2(Secret.of(password), salt.getBytes(US_ASCII), iterations, output.length() / 2);
        assertEquals(output, derived.<String>use(HEX::formatHex));
    }

    /** RFC 4231 test case 2. */
    @Test
    void hmac() {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HEX.formatHex(Hashes.hmac(
                        Secret.of("Jefe"), "what do ya want ".getBytes(US_ASCII), "for nothing?".getBytes(US_ASCII))));
    }

    /**
     * What SPAKE2+ hashes of PBKDFParamRequest and PBKDFParamResponse, captured from connectedhomeip:
     * matter.js packages/general/test/crypto/Spake2pTest.ts.
     */
    @Test
    void sha256OfParts() {
        assertEquals(
                "c49718b0275b6f81fd6a081f6c34c5833382b75b3bd997895d13a51c71a02855",
                HEX.formatHex(Hashes.sha256(
                        "CHIP PAKE V1 Commissioning".getBytes(US_ASCII),
                        HEX.parseHex("15300120b2901e92036f7bca007a3a1bf24bd71f18772105e83479c92b7a8af35e8182742502498d"
                                + "240300280435052501881325022c011818"),
                        HEX.parseHex("15300120b2901e92036f7bca007a3a1bf24bd71f18772105e83479c92b7a8af35e81827430022008"
                                + "070f685f2077779b824adf91e4bab6253b9d1a3c0f6615c6d447780f0feef325039c8d35042501e8"
                                + "03300220163f8501fbbc0e6a8f69a9b999d038ca388ecffccc18fe259c4253f26e494dda18350525"
                                + "01881325022c011818"))));
    }
}
