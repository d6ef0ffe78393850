package org.lockcredentials.matter.attestation;

import static org.lockcredentials.matter.policy.AttestationRule.CERTIFICATE_SIGNATURE;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_SIGNATURE;
import static org.lockcredentials.matter.policy.AttestationRule.DECLARATION_SIGNER;
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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.policy.AttestationFinding;
import org.lockcredentials.matter.policy.AttestationReport;
import org.lockcredentials.matter.policy.AttestationRule;

/**
 * Holds a device to every rule, and finds all that it does not fulfil, Core specification section 6.2.3.1. Revocation lists are not asked.
 *
 * <p>One object is one device.
 */
public final class AttestationVerifier {

    private static final int AUTHORITY_USAGE = KeyUsage.KEY_CERT_SIGN | KeyUsage.CRL_SIGN;

    private final AttestationTrust trust;
    private final AttestationEvidence evidence;
    private final List<AttestationFinding> findings = new ArrayList<>();

    private AttestationVerifier(AttestationTrust trust, AttestationEvidence evidence) {
        this.trust = trust;
        this.evidence = evidence;
    }

    public static AttestationReport verify(AttestationTrust trust, AttestationEvidence evidence) {
        AttestationVerifier verifier = new AttestationVerifier(trust, evidence);
        Optional<Chain> chain = verifier.chain();
        verifier.elements(chain);
        return new AttestationReport(evidence.vendorId(), evidence.productId(), verifier.findings);
    }

    /** The certificates that could be read, with the root if there is one. */
    record Chain(DeviceCertificate device, DeviceCertificate maker, Optional<DeviceCertificate> root) {}

    private Optional<Chain> chain() {
        Optional<DeviceCertificate> device = read(DEVICE_CERTIFICATE, evidence.device());
        Optional<DeviceCertificate> maker = read(MAKER_CERTIFICATE, evidence.maker());
        if (device.isEmpty() || maker.isEmpty()) {
            return Optional.empty();
        }
        checkDevice(device.get());
        checkMaker(maker.get());
        below(device.get(), maker.get());
        Optional<DeviceCertificate> root = trust.authority(maker.get());
        if (root.isEmpty()) {
            find(TRUSTED_ROOT, "no trusted root has the key " + authorityKey(maker.get()));
        } else {
            checkRoot(root.get());
            below(maker.get(), root.get());
            require(
                    validAt(device.get().begins(), maker.get(), root.get()),
                    VALIDITY,
                    "a certificate above was not valid when the device's was issued");
        }
        return Optional.of(new Chain(device.get(), maker.get(), root));
    }

    private void checkDevice(DeviceCertificate device) {
        require(
                !device.constraints().authority()
                        && device.usage().bits() == KeyUsage.DIGITAL_SIGNATURE
                        && device.subject().vendor().isPresent()
                        && device.subject().product().isPresent()
                        && device.issuer().vendor().isPresent(),
                DEVICE_CERTIFICATE,
                "it names no product, or its key is for something else");
    }

    private void checkMaker(DeviceCertificate maker) {
        require(
                isAuthority(maker, 0)
                        && maker.constraints().pathLength().isPresent()
                        && maker.subject().vendor().isPresent(),
                MAKER_CERTIFICATE,
                "it names no vendor, or its key is for something else");
    }

    private void checkRoot(DeviceCertificate root) {
        require(
                isAuthority(root, 1)
                        && root.subject().product().isEmpty()
                        && root.form().issuer().equals(root.form().subject()),
                ROOT_CERTIFICATE,
                "it names a product, or its key is for something else");
        require(
                trust.allowsTestRoots() || !TestRoots.isTest(root.publicKey()),
                NO_TEST_ROOT,
                "everybody has the private key of this root");
        require(root.isSignedBy(root), CERTIFICATE_SIGNATURE, "the root did not sign itself");
    }

    private static boolean isAuthority(DeviceCertificate certificate, int pathLength) {
        return certificate.constraints().authority()
                && certificate
                        .constraints()
                        .pathLength()
                        .map(length -> length == pathLength)
                        .orElse(true)
                && (certificate.usage().bits() & ~KeyUsage.DIGITAL_SIGNATURE) == AUTHORITY_USAGE;
    }

    private void below(DeviceCertificate certificate, DeviceCertificate authority) {
        require(certificate.names(authority), ISSUER, "a certificate names another issuer than the one above it");
        require(
                certificate.isSignedBy(authority),
                CERTIFICATE_SIGNATURE,
                "a certificate is not signed by the one above it");
        require(
                agrees(certificate.subject().vendor(), authority.subject().vendor())
                        && agrees(
                                certificate.subject().product(),
                                authority.subject().product()),
                SAME_PRODUCT,
                "a certificate is for another vendor or product than the one above it");
    }

    private static boolean agrees(Optional<Integer> below, Optional<Integer> above) {
        return above.isEmpty() || above.equals(below);
    }

    private static boolean validAt(Instant issued, DeviceCertificate maker, DeviceCertificate root) {
        return maker.isValidAt(issued) && root.isValidAt(issued);
    }

    private void elements(Optional<Chain> chain) {
        chain.ifPresent(it -> require(
                evidence.challenge()
                        .use(challenge ->
                                it.device().publicKey().verifies(evidence.signature(), evidence.elements(), challenge)),
                SIGNATURE,
                "the device did not sign what it says"));
        try {
            AttestationElements elements = AttestationElements.decode(evidence.elements());
            require(Arrays.equals(elements.nonce(), evidence.nonce()), NONCE, "the device answers another question");
            declaration(elements.declaration(), chain);
        } catch (DecodeException e) {
            find(ELEMENTS, String.valueOf(e.getMessage()));
        }
    }

    private void declaration(byte[] envelope, Optional<Chain> chain) {
        try {
            SignedDeclaration signed = SignedDeclaration.decode(envelope);
            Optional<P256PublicKey> signer = trust.declarationSigner(signed.signer());
            if (signer.isEmpty()) {
                find(DECLARATION_SIGNER, "nobody trusted has the key " + hex(signed.signer()));
            } else {
                require(signed.isSignedBy(signer.get()), DECLARATION_SIGNATURE, "another key signed the declaration");
            }
            findings.addAll(DeclarationRules.check(
                    CertificationDeclaration.decode(signed.content()), evidence, chain, trust.allowsTestRoots()));
        } catch (DecodeException e) {
            find(DECLARATION, String.valueOf(e.getMessage()));
        }
    }

    private Optional<DeviceCertificate> read(AttestationRule rule, byte[] der) {
        try {
            return Optional.of(DeviceCertificate.decode(der));
        } catch (DecodeException e) {
            find(rule, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void require(boolean fulfilled, AttestationRule rule, String detail) {
        if (!fulfilled) {
            find(rule, detail);
        }
    }

    private void find(AttestationRule rule, String detail) {
        findings.add(new AttestationFinding(rule, detail));
    }

    private static String authorityKey(DeviceCertificate maker) {
        return maker.authorityKeyIdentifier()
                .map(AuthorityKeyIdentifier::value)
                .map(AttestationVerifier::hex)
                .orElse("of no name");
    }

    private static String hex(byte[] identifier) {
        return HexFormat.of().formatHex(identifier);
    }
}
