package org.lockcredentials.zwave.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Secret;

/** Published vectors of the primitives; each test names its source. */
final class PrimitiveVectorsTest {

    private static final Secret NIST_KEY = secret("2b7e151628aed2a6abf7158809cf4f3c");

    /** NIST SP 800-38A, F.1.1 ECB-AES128.Encrypt, first block. */
    @Test
    void electronicCodeBook() {
        assertArrayEquals(
                hex("3ad77bb40d7a3660a89ecaf32466ef97"),
                Aes.encryptBlock(NIST_KEY, hex("6bc1bee22e409f96e93d7e117393172a")));
    }

    /** NIST SP 800-38A, F.4.1 OFB-AES128.Encrypt, blocks 1 and 2. */
    @Test
    void outputFeedback() {
        byte[] iv = hex("000102030405060708090a0b0c0d0e0f");
        byte[] plain = hex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51");
        byte[] cipher = hex("3b3fd92eb72dad20333449f8e83cfb4a7789508d16918f03f53c52dac54ed825");
        assertArrayEquals(cipher, Aes.outputFeedback(NIST_KEY, iv, plain));
        assertArrayEquals(plain, Aes.outputFeedback(NIST_KEY, iv, cipher));
    }

    /** NIST SP 800-38B, examples for AES-128 (AES_CMAC.pdf, examples 1 to 4). */
    @ParameterizedTest
    @CsvSource({
        "'', bb1d6929e95937287fa37d129b756746",
        "6bc1bee22e409f96e93d7e117393172a, 070a16b46b4d4144f79bdd9dd04a287c",
        "6bc1bee22e409f96e93d7e117393172aae2d8a57, 7d85449ea6ea19c823a7bf78837dfade",
        "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52ef"
                + "f69f2445df4f9b17ad2b417be66c3710, 51f0bebf7e3b9d92fc49741779363cfe"
    })
    void cmac(String message, String expected) {
        assertArrayEquals(hex(expected), Aes.cmac(NIST_KEY, hex(message)));
    }

    /** RFC 3610 section 8, packet vector #1, which has just the parameters of Security 2. */
    @Test
    void ccm() {
        Secret key = secret("c0c1c2c3c4c5c6c7c8c9cacbcccdcecf");
        byte[] nonce = hex("00000003020100a0a1a2a3a4a5");
        byte[] associated = hex("0001020304050607");
        byte[] plain = hex("08090a0b0c0d0e0f101112131415161718191a1b1c1d1e");
        byte[] sealed = hex("588c979a61c663d2f066d0c2c0f989806d5f6b61dac38417e8d12cfdf926e0");
        assertArrayEquals(sealed, Ccm.encrypt(key, nonce, associated, plain));
        assertArrayEquals(plain, Ccm.decrypt(key, nonce, associated, sealed).orElseThrow());
        for (int bit = 0; bit < 8 * sealed.length; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << (bit % 8));
            assertTrue(Ccm.decrypt(key, nonce, associated, forged).isEmpty(), "bit " + bit);
        }
        assertEquals(Optional.empty(), Ccm.decrypt(key, nonce, associated, new byte[7]));
    }

    /** RFC 7748 section 6.1. */
    @Test
    void curve25519() {
        Secret alice = secret("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        Secret bob = secret("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb");
        byte[] alicePublic = hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
        byte[] bobPublic = hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
        Secret shared = secret("4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
        assertArrayEquals(alicePublic, Curve25519.publicKey(alice));
        assertArrayEquals(bobPublic, Curve25519.publicKey(bob));
        assertEquals(Optional.of(shared), Curve25519.agree(alice, bobPublic));
        assertEquals(Optional.of(shared), Curve25519.agree(bob, alicePublic));
    }

    /** RFC 7748 section 6.1: a public key of small order must be refused. */
    @Test
    void aPublicKeyThatForcesZeroIsRefused() {
        Secret alice = secret("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        assertEquals(Optional.empty(), Curve25519.agree(alice, new byte[32]));
    }

    /** NIST CAVP, CTR_DRBG.rsp, [AES-128 no df], no prediction resistance, no additional input, COUNT 0 to 2. */
    @ParameterizedTest
    @CsvSource({
        "ed1e7f21ef66ea5d8e2a85b9337245445b71d6393a4eecb0e63c193d0f72f9a9,"
                + "303fb519f0a4e17d6df0b6426aa0ecb2a36079bd48be47ad2a8dbfe48da3efad,"
                + "f80111d08e874672f32f42997133a5210f7a9375e22cea70587f9cfafebe0f6a"
                + "6aa2eb68e7dd9164536d53fa020fcab20f54caddfab7d6d91e5ffec1dfd8deaa",
        "eab5a9f23ceac9e4195e185c8cea549d6d97d03276225a7452763c396a7f70bf,"
                + "4258765c65a03af92fc5816f966f1a6644a6134633aad2d5d19bd192e4c1196a,"
                + "2915c9fabfbf7c62d68d83b4e65a239885e809ceac97eb8ef4b64df59881c277"
                + "d3a15e0e15b01d167c49038fad2f54785ea714366d17bb2f8239fd217d7e1cba",
        "4465bf169297819160b8ef406ce768f70d094588322e8a214a8d67d55704931c,"
                + "a461f049fca9349c29f4aa4909a4d15d11e4ce72747ad5b0a7b1ca6d83f88ff1,"
                + "1ed1079763fbe2dcfc65532d2f1db0e1ccd271a9c73b3479f16b0d3d993bc051"
                + "6f4caf6f0185ecba912ebb8e42437e2016a6121459e64e82b414ba7f994a53bd"
    })
    void ctrDrbg(String entropy, String reseed, String expected) {
        CtrDrbg generator = new CtrDrbg(hex(entropy), new byte[0]);
        generator.reseed(hex(reseed));
        generator.generate(64);
        assertArrayEquals(hex(expected), generator.generate(64));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private static Secret secret(String text) {
        return Secret.of(hex(text));
    }
}
