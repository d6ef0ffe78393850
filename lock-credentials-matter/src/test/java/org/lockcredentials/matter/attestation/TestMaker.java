package org.lockcredentials.matter.attestation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.policy.AttestationReport;

/** A maker of locks with every key of its own, so that a test can break any one thing. */
public final class TestMaker {

    static final Secret CHALLENGE = Secret.of(new byte[16]);
    static final byte[] NONCE = new byte[32];

    /** The private keys of the test authority without vendor and of the test declaration signer, as connectedhomeip publishes them. */
    static final P256KeyPair TEST_ROOT = key("e1f073c934853baffb38bf7e8bdad7a0a674107c7769892a0ff2e06c1a2ef7a7");

    static final P256KeyPair TEST_SIGNER = key("aef3484116e9481ec57be0472df41bf499064e5024ad869eca5e889802d48075");

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final AlgorithmIdentifier SHA256 = new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256);

    final P256KeyPair rootKey = P256KeyPair.generate();
    final P256KeyPair makerKey = P256KeyPair.generate();
    public final P256KeyPair deviceKey = P256KeyPair.generate();
    final P256KeyPair signerKey = P256KeyPair.generate();

    String rootName = "CN=Root,1.3.6.1.4.1.37244.2.1=FFF1";
    String makerName = "CN=Maker,1.3.6.1.4.1.37244.2.1=FFF1";
    String deviceName = "CN=Device,1.3.6.1.4.1.37244.2.1=FFF1,1.3.6.1.4.1.37244.2.2=8000";
    String makerBegins = "2020-01-01T00:00:00Z";
    int deviceUsage = KeyUsage.digitalSignature;
    boolean deviceIsAuthority;
    int makerPathLength;
    Optional<Extension> besides = Optional.empty();
    P256KeyPair signsMaker = rootKey;
    P256KeyPair signsDevice = makerKey;
    P256KeyPair signsElements = deviceKey;
    P256KeyPair signsDeclaration = signerKey;
    P256KeyPair declarationNames = signerKey;
    byte[] answered = NONCE;
    int type = 2;
    int declaredVendor = 0xFFF1;
    List<Integer> declaredProducts = List.of(0x8000, 0x8001);
    Optional<Integer> originVendor = Optional.empty();
    Optional<Integer> originProduct = Optional.empty();
    List<byte[]> authorities = List.of();

    byte[] root() {
        return certificate(
                rootName,
                rootName,
                rootKey,
                rootKey,
                rootKey,
                new BasicConstraints(1),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                "2020-01-01T00:00:00Z");
    }

    public byte[] maker() {
        return certificate(
                makerName,
                rootName,
                makerKey,
                rootKey,
                signsMaker,
                new BasicConstraints(makerPathLength),
                KeyUsage.keyCertSign | KeyUsage.cRLSign,
                makerBegins);
    }

    public byte[] device() {
        return certificate(
                deviceName,
                makerName,
                deviceKey,
                makerKey,
                signsDevice,
                new BasicConstraints(deviceIsAuthority),
                deviceUsage,
                "2024-01-01T00:00:00Z");
    }

    /** A declaration signer's own certificate; only its key counts. */
    byte[] signer() {
        return certificate(
                "CN=Signer",
                "CN=Signer",
                signerKey,
                signerKey,
                signerKey,
                new BasicConstraints(false),
                KeyUsage.digitalSignature,
                "2020-01-01T00:00:00Z");
    }

    AttestationTrust trust() {
        return AttestationTrust.none().withAuthorities(List.of(root())).withDeclarationSigners(List.of(signer()));
    }

    AttestationEvidence evidence() {
        byte[] elements = new AttestationElements(declaration(), answered, 0, Optional.empty()).encode();
        byte[] signature = CHALLENGE.use(challenge -> signsElements.sign(elements, challenge));
        return new AttestationEvidence(device(), maker(), elements, signature, CHALLENGE, NONCE, 0xFFF1, 0x8000);
    }

    AttestationReport report() {
        return AttestationVerifier.verify(trust(), evidence());
    }

    public byte[] declaration() {
        byte[] content = new CertificationDeclaration(
                        declaredVendor,
                        declaredProducts,
                        10,
                        "CSA00000SWC00000-00",
                        0,
                        0,
                        1,
                        type,
                        originVendor,
                        originProduct,
                        authorities)
                .encode();
        return envelope(
                content,
                declarationNames.publicKey().keyIdentifier(),
                DerSignature.encode(signsDeclaration.sign(content)));
    }

    static byte[] envelope(byte[] content, byte[] signer, byte[] signature) {
        DERSequence info = sequence(
                new ASN1Integer(3),
                new DERTaggedObject(false, 0, new DEROctetString(signer)),
                SHA256,
                ECDSA,
                new DEROctetString(signature));
        DERSequence data =
                sequence(PKCSObjectIdentifiers.data, new DERTaggedObject(true, 0, new DEROctetString(content)));
        DERSequence signed = sequence(new ASN1Integer(3), new DERSet(SHA256), data, new DERSet(info));
        return encoded(sequence(PKCSObjectIdentifiers.signedData, new DERTaggedObject(true, 0, signed)));
    }

    byte[] certificate(
            String subject,
            String issuer,
            P256KeyPair key,
            P256KeyPair named,
            P256KeyPair signs,
            BasicConstraints constraints,
            int usage,
            String begins) {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(1));
        generator.setSignature(ECDSA);
        generator.setIssuer(new X500Name(issuer));
        generator.setSubject(new X500Name(subject));
        generator.setStartDate(new Time(Date.from(Instant.parse(begins))));
        generator.setEndDate(new Time(Date.from(Instant.parse("2049-01-01T00:00:00Z"))));
        generator.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1),
                key.publicKey().bytes()));
        try {
            List<Extension> extensions = new ArrayList<>();
            extensions.add(Extension.create(Extension.basicConstraints, true, constraints));
            extensions.add(Extension.create(Extension.keyUsage, true, new KeyUsage(usage)));
            extensions.add(Extension.create(
                    Extension.subjectKeyIdentifier,
                    false,
                    new SubjectKeyIdentifier(key.publicKey().keyIdentifier())));
            extensions.add(Extension.create(
                    Extension.authorityKeyIdentifier,
                    false,
                    new AuthorityKeyIdentifier(named.publicKey().keyIdentifier())));
            besides.ifPresent(extensions::add);
            generator.setExtensions(new Extensions(extensions.toArray(Extension[]::new)));
            byte[] signature = DerSignature.encode(
                    signs.sign(generator.generateTBSCertificate().getEncoded("DER")));
            return new Certificate(generator.generateTBSCertificate(), ECDSA, new DERBitString(signature))
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DERSequence sequence(org.bouncycastle.asn1.ASN1Encodable... parts) {
        ASN1EncodableVector all = new ASN1EncodableVector();
        all.addAll(parts);
        return new DERSequence(all);
    }

    private static byte[] encoded(DERSequence sequence) {
        try {
            return sequence.getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static P256KeyPair key(String hex) {
        return P256KeyPair.of(Secret.of(HexFormat.of().parseHex(hex)));
    }
}
