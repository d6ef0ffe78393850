package org.lockcredentials.matter.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.P256KeyPair;

class CertificateSigningRequestTest {

    private static final HexFormat HEX = HexFormat.of();

    /** TEST_CSR_REQUEST_ASN1 with its key, of matter.js packages/protocol/test/certificate/TestCertificates.ts: what is signed. */
    @Test
    void theSignedPartIsAsPublished() throws DecodeException {
        try (P256KeyPair key = P256KeyPair.of(
                Secret.of(HEX.parseHex("727f1005cba47ed7822a9d930943621617cfd3b79d9af528b801ecf9f1992204")))) {
            byte[] request = CertificateSigningRequest.encode(key);
            assertTrue(HEX.formatHex(request)
                    .contains("3070020100300e310c300a060355040a0c034353523059301306072a8648ce3d020106082a8648ce3d03"
                            + "01070342000462e2b6e1baff8d74a6fd8216c4cb67a3363a31e691492792e61aee610261481396725ef95e142686ba"
                            + "98f339b0ff65bc338bec7b9e8be0bdf3b2774982476220a000"));
            assertEquals(
                    key.publicKey(), CertificateSigningRequest.decode(request).publicKey());
        }
    }

    @Test
    void aRequestForTheKeyOfAnotherIsRefused() {
        try (P256KeyPair one = P256KeyPair.generate();
                P256KeyPair two = P256KeyPair.generate()) {
            String stolen = HEX.formatHex(CertificateSigningRequest.encode(one))
                    .replace(
                            HEX.formatHex(one.publicKey().bytes()),
                            HEX.formatHex(two.publicKey().bytes()));
            assertThrows(DecodeException.class, () -> CertificateSigningRequest.decode(HEX.parseHex(stolen)));
        }
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThrows(DecodeException.class, () -> CertificateSigningRequest.decode(new byte[0]));
        assertThrows(DecodeException.class, () -> CertificateSigningRequest.decode(new byte[501]));
        assertThrows(DecodeException.class, () -> CertificateSigningRequest.decode(HEX.parseHex("30030201")));
    }
}
