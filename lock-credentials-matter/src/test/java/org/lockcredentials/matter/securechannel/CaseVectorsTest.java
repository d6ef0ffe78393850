package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.session.SessionParameters;

/** Numbers of matter.js, packages/protocol/test/session/secure/CasePairingTest.ts. */
class CaseVectorsTest {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    private final Secret ipk = Secret.of(hex("0c677d9b5ac585827b577470bd9bd516"));
    private final byte[] sigma1 =
            hex("153001208681a088651b1803d3027e7994756aedb4c4bd56ca1f5e1c54cf6da4a104fffa25028830300320066ab9dc4e8468"
                    + "6b9fb7850d4b8306e8c42189f39c919459a552cf27ad34004230044104ae6e458cf40ad53761ee90bc458aa577e6a1acf754"
                    + "10524551bb0bc4c708832c6525991ee2eed47df35ce2d83dad743bff6769ebbf731395d62453cb37303e0335052501881325"
                    + "022c011818");
    private final byte[] noc =
            hex("153001010124020137032414001826048012542826058015203b370624150124115a1824070124080130094104531a14e4c1"
                    + "b4cc7ac69aa5e403d5ccc3c5152c29fddedc29ac98ecff6c8f8695317446029cf3eb3e295ee18f0fd0ba9f06f7fa229138db"
                    + "0bc8d8c6f9875c9707370a3501280118240201360304020401183004149038f60c3542d5e610f29abc5f42ac09b07ee0d730"
                    + "0514e766069362d7e35b79687161644d222bdde93a6818300b40cbd9a06e77e9a7bcd19d02da0f2e50042f7d78201e8be26e"
                    + "793e995ca8f02f1094b34d0fd53b1f1458908d0d29183f2611e6132c6401d15dfff081d1021358ad18");
    private final byte[] random = hex("75d1443943a23371699bb017958a87e9ec6bbcad5f990aa3822a45bec7786489");
    private final Secret shared = Secret.of(hex("08ec3182f7111854fd22fe527951527e4fe905d29a959f99013279cd9c9299f1"));
    private final byte[] responder =
            hex("04e2690445cc017a388853eaeca3a1ffd2712f6898e0bb523b8b496590804a39bf1555300bbd2a159e927b428397fb07a41e"
                    + "26c8cdf858ec62a310d0480d94eb64");
    private final byte[] initiator =
            hex("04ae6e458cf40ad53761ee90bc458aa577e6a1acf75410524551bb0bc4c708832c6525991ee2eed47df35ce2d83dad743bff"
                    + "6769ebbf731395d62453cb37303e03");
    private final byte[] signer =
            hex("04531a14e4c1b4cc7ac69aa5e403d5ccc3c5152c29fddedc29ac98ecff6c8f8695317446029cf3eb3e295ee18f0fd0ba9f06"
                    + "f7fa229138db0bc8d8c6f9875c9707");
    private final byte[] signature =
            hex("1736972364d84c4ae069f642f491256c6e74c86eda9f5ed4d89dfd7cadb68b67574f032afa2764fcc890e9218eaedcc48457"
                    + "6d2d65e4df1ae22dd916f12ab59e");
    private final byte[] encrypted = hex(
            "7db57138c40bd8f37deb377764270e35143ec2cadfa73ef138d5ff3818ca3f003db767061051a19cb2cb1756ff214a855b6c"
                    + "32a07798c22756ff22338928928baa9ed8ab9484e3a662612616a95a7dbd11ac8d84ebe33b141366349452e47ebac9842314"
                    + "0dffa764c83257c079c29a925f5a065ba98c491ae54289fc3d09d8bd8519e9f82dd51dfe4317e22b8481ada14462f01a1b83"
                    + "7dc7af1000a3869bc1f9539d69cf73e0eb2377e35b5f9799ccb38b14dab2735edf37660a641669031820133122b5b62267b8"
                    + "b543e797977278b4bef14b6a820749ce66617251356ab8b759ccb3b3cdb376ec1862268aacb46145527f7940794fbc77c852"
                    + "a02bafb64e8e461e50349a342c34f493ac20abc7442ecf78531b4e07047af37dbe2e4746fb344169dd302f1ecc9339cb54a4"
                    + "0b11957e2d395e4bcfb98a560247dffa5c22454febdb94b82c40838a279143a089b6ef8df76222ecdf4e04bcd6e6e222");

    @Test
    void sigma2CarriesTheSignedIdentityEncrypted() throws DecodeException {
        byte[] identity = new SignedIdentity(
                        noc, Optional.empty(), signature, Optional.of(hex("8731f8cec507136df7558fca9360e9fc")))
                .encode();
        byte[] salt = SigmaKeys.sigma2Salt(ipk, random, responder, sigma1);
        assertArrayEquals(encrypted, SigmaKeys.SIGMA2.encrypt(shared, salt, identity));
        byte[] plaintext = SigmaKeys.SIGMA2.decrypt(shared, salt, encrypted).orElseThrow();
        assertArrayEquals(noc, SignedIdentity.decode(plaintext).noc());
        assertArrayEquals(signature, SignedIdentity.decode(plaintext).signature());
    }

    @Test
    void aNodeSignsItsCertificateAndBothEphemeralKeys() throws DecodeException {
        byte[] signed = SignedIdentity.toBeSigned(noc, Optional.empty(), responder, initiator);
        assertTrue(P256PublicKey.of(signer).verifies(signature, signed));
    }

    @Test
    void readsSigma1() throws DecodeException {
        Sigma1 read = Sigma1.decode(sigma1);
        assertArrayEquals(initiator, read.ephemeralPublicKey());
        assertEquals(Optional.empty(), read.resumption());
    }

    /** The second handshake of the same file. */
    @Test
    void readsSigma2AndSigma3AndDecryptsTheInitiatorsIdentity() throws DecodeException {
        byte[] first = hex(
                "15300120dbf3b308b237d4a734ea0926a611706953fb83c80bf93dda569799777cd11fe1250244c23003206283cd5207ae16"
                        + "02ed4b07f27f4166453966c601b3c8a825dc39f18b1fb12a55300441041d5a2e34457dcb4184b94bf7cb6f64689ee73d6928"
                        + "2daa5fa5ee6fa5810f80c136ec7b8806679878cb045d9b25aa28a1a411c77677f5a1cf6f98c4acfeb9793c35052501881325"
                        + "022c011818");
        byte[] second = hex(
                "15300120c64d8172a7c8f77fadc6d6a35da29cb880ed54da6fa70d9e922ff96c12b13a4b2502ece930034104d1dbb16fd8ff"
                        + "da505a00f49c9af98eb5e98573708590575991aa06f09e295463f33cccf49c8df7c5b58f6d02c4f193485d4c9ae41cf4df0b"
                        + "89b223822adf7db531045c0186ce241016bdb0efe61b6ad8c57fc7e936773c7889994df8a891ae8cd469b02c87d36719d103"
                        + "a0890d03525ca253c598cabdb48aeafdedf7c4bdb56dbab4977af00d258aeba02d7999d92d47976c987be4aa2e28bc67bc86"
                        + "8bb6c7ef1d636f1cb26e2cf41e5733991a6064fdfb1cac762938e60f492760219832830e05d712868343126c80983f9d8bfe"
                        + "b5bdb373368d88eb72e5179c07f75a5f8f622285a0c02b2642ebf96cb4394717188a313cf960ec0a07927cade2edbe901511"
                        + "a77902c440860d2f4a3191aeca6039bb8891bf82798ddeb3944a68f613f8d2fbaa1ca572474c2e99c456f1a86cf0bf9b547f"
                        + "45fe1069c33fb04429916b36cf17e6e65d61fe8b22d767b88218889eddc40c38335093c406c31c58d3a5770ef31899cda4de"
                        + "d48acf1394f1467e124f33925bd7e4d6e3e1d80a0b82783a3ce440178e9295f24a778bb315a084831238bfab5f46727a31f5"
                        + "d797bb7a91d72101fb3635052501881325022c011818");
        byte[] third = hex(
                "1531014c01d3e009b49a46a2492a96fc8391dd90a53ad5de4fadc911a524036bbaf439577bf4ce9bb4b5cab2942c8c6e8d56"
                        + "66b3ce7449e0fb290833291641f40a366a4a9fd5573b5913b932914e23f13d25353d4cad0ad6e2ecbb85163800580dfb7ea8"
                        + "8c56bb67565e94542f49c2f0fe4a7de22ee0fecc85a28da31e32508c3ce1d30b4cfe7b7bb84d5c4425f20336ea816f4b9a04"
                        + "c6c0828e4f4b24eb4aacf29a4b6b419d85dcf02d222c9826691aa73864f9cd6b8ebfd94680b0db75f7356018284e2c9b3bce"
                        + "a807f73f5adaff5db005550e441921420ddc65500a2bd4a177875f71be4e293c35c8221867bf206c016d6d5add4ceba754fb"
                        + "3ad375a03061634d3a0b0ae6b0bafe272640c545f07cf7742d960f399a12c09b7bf7833678e048e039ee7b1a66e365817fff"
                        + "0d0d7e28edb7beae205a2974b3273ae23909e9bb482cdc5b05363265d78eb747536336b7ef18");
        Secret agreed = Secret.of(hex("c1466cab85d7809732786f63cb3b014a51cd49d01f494fcd56665ba8e00e5502"));
        Secret key = Secret.of(hex("0c677d9b5ac585827b577470bd9bd516"));
        Sigma2 sigma2 = Sigma2.decode(second, SessionParameters.DEFAULT);
        assertArrayEquals(
                hex(
                        "04d1dbb16fd8ffda505a00f49c9af98eb5e98573708590575991aa06f09e295463f33cccf49c8df7c5b58f6d02c4f193485d"
                                + "4c9ae41cf4df0b89b223822adf7db5"),
                sigma2.ephemeralPublicKey());
        byte[] salt = SigmaKeys.sigma3Salt(key, first, second);
        byte[] identity = SigmaKeys.SIGMA3
                .decrypt(agreed, salt, Sigma3.decode(third).encrypted())
                .orElseThrow();
        SignedIdentity initiators = SignedIdentity.decode(identity);
        assertEquals(Optional.empty(), initiators.resumptionId());
        assertArrayEquals(identity, initiators.encode());
    }
}
