package org.lockcredentials.matter.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.policy.AttestationRule.CERTIFICATE_SIGNATURE;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_ORIGIN;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_PRODUCT;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_ROOT;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_SIGNATURE;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_SIGNER;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_TYPE;
import static org.lockcredentials.matter.policy.AttestationRule.DEVICE_CERTIFICATE;
import static org.lockcredentials.matter.policy.AttestationRule.ELEMENTS;
import static org.lockcredentials.matter.policy.AttestationRule.ISSUER;
import static org.lockcredentials.matter.policy.AttestationRule.MAKER_CERTIFICATE;
import static org.lockcredentials.matter.policy.AttestationRule.NONCE;
import static org.lockcredentials.matter.policy.AttestationRule.NO_TEST_ROOT;
import static org.lockcredentials.matter.policy.AttestationRule.ROOT_CERTIFICATE;
import static org.lockcredentials.matter.policy.AttestationRule.SAME_PRODUCT;
import static org.lockcredentials.matter.policy.AttestationRule.SIGNATURE;
import static org.lockcredentials.matter.policy.AttestationRule.TRUSTED_ROOT;
import static org.lockcredentials.matter.policy.AttestationRule.VALIDITY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateSigningRequest;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.policy.AttestationFinding;
import org.lockcredentials.matter.policy.AttestationReport;
import org.lockcredentials.matter.policy.AttestationRule;

class AttestationVerifierTest {

    private final TestMaker maker = new TestMaker();

    @Test
    void aGenuineDeviceHasNoFindings() {
        assertEquals(List.of(), maker.report().findings());
        assertTrue(maker.report().isGenuine());
    }

    @Test
    void aProvisionalDeclarationWillDo() {
        maker.type = 1;
        assertEquals(List.of(), maker.report().findings());
    }

    @Test
    void anotherVendorsCertificateWillDoWhereTheDeclarationSaysSo() {
        maker.declaredVendor = 0xFFF1;
        maker.declaredProducts = List.of(0x8000);
        maker.rootName = "CN=Root";
        maker.makerName = "CN=Maker,1.3.6.1.4.1.37244.2.1=FFF2";
        maker.deviceName = "CN=Device Mvid:FFF2 Mpid:9000";
        maker.originVendor = Optional.of(0xFFF2);
        maker.originProduct = Optional.of(0x9000);
        maker.authorities = List.of(new byte[20], maker.rootKey.publicKey().keyIdentifier());
        assertEquals(List.of(), maker.report().findings());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(
                        "a device that names no product",
                        it -> it.deviceName = "CN=Device,1.3.6.1.4.1.37244.2.1=FFF1",
                        DEVICE_CERTIFICATE,
                        DECLARATION_ORIGIN),
                broken(
                        "a device with a malformed vendor",
                        it -> it.deviceName = "CN=Device,1.3.6.1.4.1.37244.2.1=fff1",
                        DEVICE_CERTIFICATE),
                broken("a device that is an authority", it -> it.deviceIsAuthority = true, DEVICE_CERTIFICATE),
                broken(
                        "a device that agrees on keys",
                        it -> it.deviceUsage = KeyUsage.keyAgreement,
                        DEVICE_CERTIFICATE),
                broken("a maker above other makers", it -> it.makerPathLength = 1, MAKER_CERTIFICATE),
                broken(
                        "a maker of no name",
                        it -> it.makerName = "CN=Maker",
                        MAKER_CERTIFICATE,
                        DEVICE_CERTIFICATE,
                        SAME_PRODUCT),
                broken(
                        "a maker of another vendor",
                        it -> it.makerName = "CN=Maker,1.3.6.1.4.1.37244.2.1=FFF2",
                        SAME_PRODUCT,
                        DECLARATION_ORIGIN),
                broken(
                        "a maker of another product",
                        it -> it.makerName = "CN=Maker,1.3.6.1.4.1.37244.2.1=FFF1,1.3.6.1.4.1.37244.2.2=8001",
                        SAME_PRODUCT),
                broken(
                        "a root with a product",
                        it -> it.rootName = "CN=Root,1.3.6.1.4.1.37244.2.1=FFF1,1.3.6.1.4.1.37244.2.2=8000",
                        ROOT_CERTIFICATE,
                        SAME_PRODUCT),
                broken("a maker signed by another", it -> it.signsMaker = it.signerKey, CERTIFICATE_SIGNATURE),
                broken("a device signed by another", it -> it.signsDevice = it.signerKey, CERTIFICATE_SIGNATURE),
                broken("a maker that came after the device", it -> it.makerBegins = "2025-01-01T00:00:00Z", VALIDITY),
                broken("elements signed by another", it -> it.signsElements = it.signerKey, SIGNATURE),
                broken("an answer to another question", it -> it.answered = new byte[31], NONCE),
                broken("a declaration by nobody trusted", it -> it.declarationNames = it.makerKey, DECLARATION_SIGNER),
                broken(
                        "a declaration by the test signer",
                        it -> it.declarationNames = TestMaker.TEST_SIGNER,
                        DECLARATION_SIGNER),
                broken(
                        "a declaration signed by another",
                        it -> it.signsDeclaration = it.makerKey,
                        DECLARATION_SIGNATURE),
                broken("a declaration for development", it -> it.type = 0, DECLARATION_TYPE),
                broken("a declaration of no known type", it -> it.type = 3, DECLARATION_TYPE),
                broken(
                        "a declaration of another vendor",
                        it -> it.declaredVendor = 0xFFF2,
                        DECLARATION_PRODUCT,
                        DECLARATION_ORIGIN),
                broken(
                        "a declaration of another product",
                        it -> it.declaredProducts = List.of(0x8001),
                        DECLARATION_PRODUCT,
                        DECLARATION_ORIGIN),
                broken("a declaration of no product", it -> it.declaredProducts = List.of(), DECLARATION),
                broken(
                        "a declaration with half an origin",
                        it -> it.originVendor = Optional.of(0xFFF1),
                        DECLARATION_ORIGIN),
                broken(
                        "a declaration of another origin",
                        it -> {
                            it.originVendor = Optional.of(0xFFF1);
                            it.originProduct = Optional.of(0x8001);
                        },
                        DECLARATION_ORIGIN),
                broken(
                        "a declaration for other roots",
                        it -> it.authorities = List.of(new byte[20]),
                        DECLARATION_ROOT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenRuleIsFound(String what, Consumer<TestMaker> change, Set<AttestationRule> rules) {
        change.accept(maker);
        assertEquals(rules, rules(maker.report()));
    }

    @Test
    void aRootThatNobodyTrustsIsFound() {
        AttestationTrust signersOnly = AttestationTrust.none().withDeclarationSigners(List.of(maker.signer()));
        assertEquals(Set.of(TRUSTED_ROOT), rules(AttestationVerifier.verify(signersOnly, maker.evidence())));
        assertEquals(
                Set.of(TRUSTED_ROOT, DECLARATION_SIGNER),
                rules(AttestationVerifier.verify(AttestationTrust.none(), maker.evidence())));
    }

    @Test
    void whatIsMalformedIsFoundTogether() {
        AttestationEvidence garbage = new AttestationEvidence(
                new byte[3], new byte[601], new byte[1], new byte[64], TestMaker.CHALLENGE, TestMaker.NONCE, 1, 1);
        assertEquals(
                Set.of(DEVICE_CERTIFICATE, MAKER_CERTIFICATE, ELEMENTS),
                rules(AttestationVerifier.verify(maker.trust(), garbage)));
    }

    @Test
    void aDeviceOfAnotherMakerNamesAnotherIssuer() {
        AttestationEvidence mine = maker.evidence();
        AttestationEvidence mixed = new AttestationEvidence(
                new TestMaker().device(),
                mine.maker(),
                mine.elements(),
                mine.signature(),
                mine.challenge(),
                mine.nonce(),
                0xFFF1,
                0x8000);
        assertEquals(
                Set.of(ISSUER, CERTIFICATE_SIGNATURE, SIGNATURE),
                rules(AttestationVerifier.verify(maker.trust(), mixed)));
    }

    /** What matter.js's devices show: below the published test root, with a declaration for development. */
    @Test
    void aTestDeviceIsGenuineOnlyWhereTestRootsAreAllowed() {
        TestMaker node = new TestMaker();
        node.rootName = "CN=Matter Test PAA";
        node.type = 0;
        node.signsDeclaration = TestMaker.TEST_SIGNER;
        node.declarationNames = TestMaker.TEST_SIGNER;
        byte[] below = maker.certificate(
                node.makerName,
                node.rootName,
                node.makerKey,
                TestMaker.TEST_ROOT,
                TestMaker.TEST_ROOT,
                new org.bouncycastle.asn1.x509.BasicConstraints(0),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                "2022-01-01T00:00:00Z");
        AttestationEvidence made = node.evidence();
        AttestationEvidence evidence = new AttestationEvidence(
                made.device(),
                below,
                made.elements(),
                made.signature(),
                made.challenge(),
                made.nonce(),
                0xFFF1,
                0x8000);
        assertEquals(
                List.of(),
                AttestationVerifier.verify(AttestationTrust.none().withTestRoots(), evidence)
                        .findings());
        assertEquals(
                Set.of(NO_TEST_ROOT, DECLARATION_SIGNER, DECLARATION_TYPE),
                rules(AttestationVerifier.verify(AttestationTrust.none(), evidence)));
    }

    /** connectedhomeip's credentials/test/attestation/Chip-Test-DAC-FFF1-8000-0004-Cert.pem and Chip-Test-PAI-FFF1-8000-Cert.pem. */
    @Test
    void publishedCertificatesAreRead() throws DecodeException {
        DeviceCertificate device = DeviceCertificate.decode(
                Base64.getDecoder()
                        .decode(
                                "MIIB6TCCAY+gAwIBAgIIOjO0Lc4khfswCgYIKoZIzj0EAwIwRjEYMBYGA1UEAwwPTWF0dGVyIFRlc3QgUEFJMRQwEgYKKwYBBAGConwCAQwERkZG"
                                        + "MTEUMBIGCisGAQQBgqJ8AgIMBDgwMDAwIBcNMjEwNjI4MTQyMzQzWhgPOTk5OTEyMzEyMzU5NTlaMEsxHTAbBgNVBAMMFE1hdHRlciBUZXN0IERB"
                                        + "QyAwMDA0MRQwEgYKKwYBBAGConwCAQwERkZGMTEUMBIGCisGAQQBgqJ8AgIMBDgwMDAwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQGet9uvxIc"
                                        + "WmMIY3H9U4sI6tDrz4KmyWA3oo70Fpp/L2U+ldGYExSF2luABKqjXm99geihARBb9g0isLzgXUvjo2AwXjAMBgNVHRMBAf8EAjAAMA4GA1UdDwEB"
                                        + "/wQEAwIHgDAdBgNVHQ4EFgQUiWxF3WlrVGrrADUNTi5TaUsp5GgwHwYDVR0jBBgwFoAUhPUd/57M2ik1lEhSDoXxKS2j7dcwCgYIKoZIzj0EAwID"
                                        + "SAAwRQIhANr5KwRNuihgZwbT9mYZw+OYXYtTtk/2woRiS9D3sP9XAiAcwadAERG2zMnxft7+V3dxo2BUpdxKh+NnPamW+k6k8Q=="));
        DeviceCertificate above = DeviceCertificate.decode(Base64.getDecoder()
                .decode(
                        "MIIBxDCCAWmgAwIBAgIIBXAmqJAFs6UwCgYIKoZIzj0EAwIwHzEdMBsGA1UEAwwUTWF0dGVyIFRlc3QgUEFBIEZGRjEwIBcNMjEwNjI4MTQyMzQz"
                                + "WhgPOTk5OTEyMzEyMzU5NTlaMEYxGDAWBgNVBAMMD01hdHRlciBUZXN0IFBBSTEUMBIGCisGAQQBgqJ8AgEMBEZGRjExFDASBgorBgEEAYKifAIC"
                                + "DAQ4MDAwMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEynPORkG/CDtKM42gQxoKMjB/ZtFgV0tmEi8lBs9q03Djf2XWNHrnl6GXJlBQl200rHtj"
                                + "ezvaC1vYQ+2OXV6b8qNmMGQwEgYDVR0TAQH/BAgwBgEB/wIBADAOBgNVHQ8BAf8EBAMCAQYwHQYDVR0OBBYEFIT1Hf+ezNopNZRIUg6F8Skto+3X"
                                + "MB8GA1UdIwQYMBaAFO8Y4OzUZgQ03w28kR7UUhaZZoOfMAoGCCqGSM49BAMCA0kAMEYCIQCZOYY4qq/OMNuma0XvCumxHeticRSrWCzbghtPf/+5"
                                + "2AIhALMhsOr2dfqjLAR0nHmPYGs7IsEmZd/UE/nWxCSo/868"));
        assertEquals(new ProductIds(Optional.of(0xFFF1), Optional.of(0x8000)), device.subject());
        assertTrue(device.names(above));
        assertTrue(device.isSignedBy(above));
        assertFalse(above.isSignedBy(device));
    }

    @Test
    void theTestRootsSignedThemselves() {
        for (DeviceCertificate root : TestRoots.authorities()) {
            assertTrue(root.isSignedBy(root));
            assertTrue(TestRoots.isTest(root.publicKey()));
        }
        assertFalse(TestRoots.isTest(maker.rootKey.publicKey()));
    }

    @Test
    void aFolderHoldsDerAndPem(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("root.pem"), pem(maker.root()));
        Files.write(folder.resolve("signer.DER"), maker.signer());
        Files.writeString(folder.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nA\n-----END CERTIFICATE-----\n");
        Files.write(folder.resolve("broken.der"), new byte[20_000]);
        Files.writeString(folder.resolve("README.md"), "none");
        AttestationTrust trust = AttestationTrust.none().withAuthorities(folder).withDeclarationSigners(folder);
        assertEquals(
                List.of(), AttestationVerifier.verify(trust, maker.evidence()).findings());
        assertThrows(
                LockCredentialException.class, () -> AttestationTrust.none().withAuthorities(folder.resolve("none")));
        assertThrows(
                LockCredentialException.class, () -> AttestationTrust.none().withAuthorities(List.of(new byte[1])));
    }

    @Test
    void aRequestIsTheDevicesOwn() throws DecodeException {
        try (P256KeyPair operational = P256KeyPair.generate()) {
            byte[] elements =
                    new NocsrElements(CertificateSigningRequest.encode(operational), TestMaker.NONCE).encode();
            byte[] signature = TestMaker.CHALLENGE.use(challenge -> maker.deviceKey.sign(elements, challenge));
            assertEquals(
                    operational.publicKey(),
                    NocsrElements.verify(
                            elements, signature, maker.deviceKey.publicKey(), TestMaker.CHALLENGE, TestMaker.NONCE));
            assertThrows(
                    DecodeException.class,
                    () -> NocsrElements.verify(
                            elements, signature, maker.makerKey.publicKey(), TestMaker.CHALLENGE, TestMaker.NONCE));
            assertThrows(
                    DecodeException.class,
                    () -> NocsrElements.verify(
                            elements, signature, maker.deviceKey.publicKey(), TestMaker.CHALLENGE, new byte[31]));
        }
    }

    private static byte[] pem(byte[] der) {
        return ("some text\n-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(der) + "\n-----END CERTIFICATE-----\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static Arguments broken(String what, Consumer<TestMaker> change, AttestationRule... rules) {
        return Arguments.of(what, change, Set.of(rules));
    }

    private static Set<AttestationRule> rules(AttestationReport report) {
        return report.findings().stream().map(AttestationFinding::rule).collect(Collectors.toSet());
    }

    /** RFC 5280 section 4.2, in each certificate of the chain. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUnknownExtensionMayBePassedOverOnlyWhereItSaysSo(boolean critical) {
        maker.besides = Optional.of(
                new Extension(new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"), critical, new byte[] {5, 0}));
        if (critical) {
            assertThrows(DecodeException.class, () -> DeviceCertificate.decode(maker.root()));
            assertThrows(DecodeException.class, () -> DeviceCertificate.decode(maker.maker()));
            assertThrows(DecodeException.class, () -> DeviceCertificate.decode(maker.device()));
        } else {
            assertEquals(List.of(), maker.report().findings());
        }
    }
}
