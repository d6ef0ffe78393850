package org.lockcredentials.matter.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Secret;

class CcmTest {

    private static final HexFormat HEX = HexFormat.of();

    /**
     * The first three rows are connectedhomeip's src/crypto/tests/AES_CCM_128_test_vectors.h as matter.js has them in
     * packages/general/test/crypto/aes/CcmTest.ts; the fourth is matter.js's packages/general/test/crypto/StandardCryptoTest.ts.
     */
    @ParameterizedTest
    @CsvSource({
        "0953fa93e7caac9638f58820220a398e,00800000011201000012345678,'',fffd034b50057e400000010000,"
                + "b5e5bfdacbaf6cb7fb6bff871fb0d6dd827d35bf372fa6425dcd17d356",
        "0953fa93e7caac9638f58820220a398e,00800148202345000012345678,'',120104320308ba072f,"
                + "79d7dbc0c9b4d43eeb281508e50d58dbbd27c39597800f4733",
        "be635105434859f484fc798e043ce40e,00800000021201000012345678,'',23450100,"
                + "b0e5d0ad6078e0ddbb7cd43faea57c7051e5b4ae",
        "4e4c1353a133397f7a7557c1fbd9ca38,00ec8ceb000000000000000000,00c7a200ec8ceb00,"
                + "0609523c01000fe399001528003601153501370024000024013e24020b1835012400001818181824ff0118,"
                + "cb50871ccd35d430b9d9f9f2a50c07f6b0e68ac78f671de670bc6622c3538b10184ac58e70475301edae3d45dd169bfad3a4367cb8eb821676b162"
    })
    void published(String key, String nonce, String associated, String plain, String encrypted) {
        Secret secret = Secret.of(HEX.parseHex(key));
        byte[] ciphertext = Ccm.encrypt(secret, HEX.parseHex(nonce), HEX.parseHex(associated), HEX.parseHex(plain));
        assertEquals(encrypted, HEX.formatHex(ciphertext));
        assertArrayEquals(
                HEX.parseHex(plain),
                Ccm.decrypt(secret, HEX.parseHex(nonce), HEX.parseHex(associated), ciphertext)
                        .orElseThrow());
    }

    @Test
    void everyChangedBitIsForgery() {
        Secret key = Secret.of(HEX.parseHex("4e4c1353a133397f7a7557c1fbd9ca38"));
        byte[] nonce = HEX.parseHex("00ec8ceb000000000000000000");
        byte[] associated = HEX.parseHex("00c7a200ec8ceb00");
        byte[] ciphertext = Ccm.encrypt(key, nonce, associated, new byte[20]);
        for (int bit = 0; bit < 8 * ciphertext.length; bit++) {
            byte[] forged = ciphertext.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Optional.empty(), Ccm.decrypt(key, nonce, associated, forged));
        }
        assertEquals(Optional.empty(), Ccm.decrypt(key, nonce, new byte[8], ciphertext));
        assertEquals(Optional.empty(), Ccm.decrypt(key, nonce, associated, new byte[Ccm.TAG - 1]));
        assertEquals(Optional.empty(), Ccm.decrypt(key, nonce, associated, new byte[0]));
    }

    @Test
    void anotherLengthOfKeyOrNonceIsAMistakeOfTheCaller() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Ccm.encrypt(Secret.of(new byte[32]), new byte[13], new byte[0], new byte[1]));
        assertThrows(
                IllegalArgumentException.class,
                () -> Ccm.decrypt(Secret.of(new byte[16]), new byte[12], new byte[0], new byte[17]));
    }
}
