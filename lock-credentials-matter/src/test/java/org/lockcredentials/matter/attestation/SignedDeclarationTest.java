package org.lockcredentials.matter.attestation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;

class SignedDeclarationTest {

    private static final HexFormat HEX = HexFormat.of();

    /** The first vector of connectedhomeip's src/credentials/tests/TestCertificationDeclaration.cpp. */
    private static final String FIRST =
            "3081e806092a864886f70d010702a081da3081d7020103310d300b0609608648016503040201304506092a864886f70d"
                    + "010701a0380436152400012501f1ff360205008018250334122c04135a494732303134315a423333303030312d323424"
                    + "05002406002507942624080018317c307a020103801462fa823359acfaa9963e1cfa140addf504f37160300b06096086"
                    + "48016503040201300a06082a8648ce3d04030204463044022043a63f2b943df33c38b3e02fcaa75fe3532aebbf5e63f5"
                    + "bbdbc0b1f01d3c4f6002204c1abf5f1807b81894b1576c47e4724e4d966c612ed3fa25c118c3f2b3f90369";

    /** The second one's content, with an origin. */
    private static final String SECOND =
            "152400012501f2ff360205018005028018250334122c04135a494732303134325a423333303030322d3234"
                    + "240500240600250794262408002509f1ff250a008018";

    @Test
    void aPublishedEnvelopeIsReadAndItsSignatureHolds() throws DecodeException {
        SignedDeclaration signed = SignedDeclaration.decode(HEX.parseHex(FIRST));
        assertArrayEquals(TestRoots.declarationSigner().keyIdentifier(), signed.signer());
        assertTrue(signed.isSignedBy(TestRoots.declarationSigner()));
        CertificationDeclaration declaration = CertificationDeclaration.decode(signed.content());
        assertEquals(0xFFF1, declaration.vendorId());
        assertEquals(List.of(0x8000), declaration.productIds());
        assertEquals(0x1234, declaration.deviceTypeId());
        assertEquals("ZIG20141ZB330001-24", declaration.certificateId());
        assertEquals(0x2694, declaration.versionNumber());
        assertEquals(0, declaration.type());
        assertArrayEquals(signed.content(), declaration.encode());
    }

    @Test
    void aPublishedContentWithAnOriginComesBackTheSame() throws DecodeException {
        CertificationDeclaration declaration = CertificationDeclaration.decode(HEX.parseHex(SECOND));
        assertEquals(List.of(0x8001, 0x8002), declaration.productIds());
        assertEquals(Optional.of(0xFFF1), declaration.originVendorId());
        assertEquals(Optional.of(0x8000), declaration.originProductId());
        assertEquals(SECOND, HEX.formatHex(declaration.encode()));
    }

    @Test
    void aChangedContentIsNoticed() throws DecodeException {
        SignedDeclaration changed = SignedDeclaration.decode(HEX.parseHex(FIRST.replace("f1ff36", "f2ff36")));
        assertTrue(!changed.isSignedBy(TestRoots.declarationSigner()));
    }

    @Test
    void anotherEnvelopeIsRefused() {
        for (String[] change : List.of(
                new String[] {"2a864886f70d010702", "2a864886f70d010703"},
                new String[] {"da3081d7020103", "da3081d7020101"},
                new String[] {"2a864886f70d010701", "2a864886f70d010702"},
                new String[] {"2a8648ce3d040302", "2a8648ce3d040303"},
                new String[] {"801462fa", "811462fa"},
                new String[] {"3081e8", "3081e7"})) {
            assertTrue(FIRST.contains(change[0]), change[0]);
            assertThrows(
                    DecodeException.class,
                    () -> SignedDeclaration.decode(HEX.parseHex(FIRST.replace(change[0], change[1]))),
                    change[1]);
        }
        assertThrows(DecodeException.class, () -> SignedDeclaration.decode(new byte[1025]));
        assertThrows(DecodeException.class, () -> SignedDeclaration.decode(new byte[0]));
    }
}
