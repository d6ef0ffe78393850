package org.lockcredentials.matter.certificate;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Der;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvMember;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * An operational certificate (root, intermediate or node), Core specification section 6.5.
 *
 * <p>What it carries is well-formed; whether it is trusted is for {@link NocChain} to say. The signature is over the X.509 form.
 *
 * @param serialNumber 1 to 20 bytes, as an ASN.1 INTEGER has them
 * @param notBefore seconds since the beginning of 2000
 * @param notAfter seconds since the beginning of 2000, or 0 for no end
 * @param extensions in the order in which they were signed
 * @param signature 64 bytes, r before s
 */
public record MatterCertificate(
        byte[] serialNumber,
        DistinguishedName issuer,
        long notBefore,
        long notAfter,
        DistinguishedName subject,
        P256PublicKey publicKey,
        List<CertificateExtension> extensions,
        byte[] signature) {

    /** Bytes of the longest certificate in TLV form, section 6.1.3. */
    public static final int MAX_SIZE = 400;

    private static final int MAX_SERIAL_NUMBER = 20;

    /** The only values of signature-algorithm, public-key-algorithm and elliptic-curve-id. */
    private static final int ECDSA_WITH_SHA256 = 1;

    private static final int EC_PUBLIC_KEY = 1;
    private static final int PRIME256V1 = 1;

    public MatterCertificate {
        extensions = List.copyOf(extensions);
    }

    /** A certificate as {@code issuer} signs it. @throws IllegalArgumentException if it has no X.509 form */
    static MatterCertificate signed(MatterCertificate unsigned, P256KeyPair issuer) {
        return unsigned.withSignature(issuer.sign(unsigned.toBeSigned()));
    }

    /** The first extension of this type. */
    public <T extends CertificateExtension> Optional<T> extension(Class<T> type) {
        return extensions.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /** True if the holder of {@code issuerKey} signed this certificate. */
    public boolean isSignedBy(P256PublicKey issuerKey) {
        return issuerKey.verifies(signature, toBeSigned());
    }

    public Instant begins() {
        return MatterTime.instant(notBefore);
    }

    /** The TLV form. */
    public byte[] encode() {
        return Tlv.structure(out -> out.bytes(1, serialNumber)
                .unsigned(2, ECDSA_WITH_SHA256)
                .list(3, issuer::write)
                .unsigned(4, notBefore)
                .unsigned(5, notAfter)
                .list(6, subject::write)
                .unsigned(7, EC_PUBLIC_KEY)
                .unsigned(8, PRIME256V1)
                .bytes(9, publicKey.bytes())
                .list(10, list -> extensions.forEach(extension -> extension.write(list)))
                .bytes(11, signature));
    }

    public static MatterCertificate decode(byte[] tlv) throws DecodeException {
        if (tlv.length > MAX_SIZE) {
            throw new DecodeException("a certificate of " + tlv.length + " bytes");
        }
        TlvStructure fields = Tlv.decodeStructure(tlv);
        if (fields.u8(2) != ECDSA_WITH_SHA256 || fields.u8(7) != EC_PUBLIC_KEY || fields.u8(8) != PRIME256V1) {
            throw new DecodeException("a certificate of another algorithm or curve");
        }
        List<CertificateExtension> extensions = new ArrayList<>();
        for (TlvMember member : fields.element(10).list().members()) {
            extensions.add(CertificateExtension.read(member));
        }
        MatterCertificate certificate = new MatterCertificate(
                fields.bytes(1),
                DistinguishedName.read(fields.element(3).list()),
                fields.u32(4),
                fields.u32(5),
                DistinguishedName.read(fields.element(6).list()),
                P256PublicKey.of(fields.bytes(9)),
                extensions,
                fields.bytes(11));
        certificate.check();
        return certificate;
    }

    /** The X.509 form in DER. */
    public byte[] toX509() {
        try {
            return new Certificate(
                            tbsCertificate(),
                            X509Form.ECDSA_WITH_SHA256,
                            new DERBitString(DerSignature.encode(signature)))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("a certificate that has no DER form", e);
        }
    }

    /** Reads the X.509 form. @throws DecodeException also if the TLV form cannot carry all of it */
    public static MatterCertificate fromX509(byte[] der) throws DecodeException {
        X509Form form = X509Form.decode(der);
        return Der.read("a certificate", () -> {
            TBSCertificate signed = form.certificate().getTBSCertificate();
            List<CertificateExtension> extensions = new ArrayList<>();
            for (ASN1ObjectIdentifier type : form.extensions().getExtensionOIDs()) {
                extensions.add(CertificateExtension.of(form.extensions().getExtension(type)));
            }
            MatterCertificate certificate = new MatterCertificate(
                    signed.getSerialNumber().getValue().toByteArray(),
                    DistinguishedName.of(form.issuer()),
                    MatterTime.of(signed.getStartDate()),
                    MatterTime.endOf(signed.getEndDate()),
                    DistinguishedName.of(form.subject()),
                    form.publicKey(),
                    extensions,
                    form.signature());
            certificate.check();
            if (!Arrays.equals(certificate.toBeSigned(), form.signed())) {
                throw new DecodeException("a certificate in a form that TLV does not carry");
            }
            return certificate;
        });
    }

    /** The DER bytes that the signature is over. @throws IllegalArgumentException if there is no such form */
    byte[] toBeSigned() {
        try {
            return tbsCertificate().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalArgumentException("a certificate that has no DER form", e);
        }
    }

    private TBSCertificate tbsCertificate() {
        V3TBSCertificateGenerator generator = new V3TBSCertificateGenerator();
        generator.setSerialNumber(new ASN1Integer(serialNumber));
        generator.setSignature(X509Form.ECDSA_WITH_SHA256);
        generator.setIssuer(issuer.toX500());
        generator.setStartDate(MatterTime.toX509(notBefore));
        generator.setEndDate(MatterTime.endToX509(notAfter));
        generator.setSubject(subject.toX500());
        generator.setSubjectPublicKeyInfo(new SubjectPublicKeyInfo(X509Form.P256, publicKey.bytes()));
        generator.setExtensions(new Extensions(
                extensions.stream().map(CertificateExtension::toX509).toArray(Extension[]::new)));
        return generator.generateTBSCertificate();
    }

    private void check() throws DecodeException {
        if (serialNumber.length == 0 || serialNumber.length > MAX_SERIAL_NUMBER) {
            throw new DecodeException("a serial number of " + serialNumber.length + " bytes");
        }
        if (signature.length != P256PublicKey.SIGNATURE) {
            throw new DecodeException("a signature of " + signature.length + " bytes");
        }
        if (notAfter != 0 && notAfter < notBefore) {
            throw new DecodeException("a certificate that ends before it begins");
        }
        if (Der.read("a certificate", this::toX509).length > X509Form.MAX_SIZE) {
            throw new DecodeException("a certificate above " + X509Form.MAX_SIZE + " bytes in its X.509 form");
        }
    }

    private MatterCertificate withSignature(byte[] made) {
        return new MatterCertificate(serialNumber, issuer, notBefore, notAfter, subject, publicKey, extensions, made);
    }

    /** By all that is encoded. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MatterCertificate that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }
}
