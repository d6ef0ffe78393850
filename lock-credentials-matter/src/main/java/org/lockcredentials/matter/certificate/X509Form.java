package org.lockcredentials.matter.certificate;

import java.time.Instant;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Der;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * What every X.509 certificate in Matter has, operational or of a device (RFC 5280 section 4.1): version 3, P-256, ECDSA with SHA-256.
 *
 * @param certificate the whole
 * @param signed the bytes that the signature is over
 * @param publicKey the subject's
 * @param extensions one or more
 * @param signature 64 bytes, r before s
 */
public record X509Form(
        Certificate certificate, byte[] signed, P256PublicKey publicKey, Extensions extensions, byte[] signature) {

    /** Bytes of the longest certificate in DER form, Core specification section 6.1.3. */
    public static final int MAX_SIZE = 600;

    static final AlgorithmIdentifier ECDSA_WITH_SHA256 = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    static final AlgorithmIdentifier P256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, X9ObjectIdentifiers.prime256v1);

    private static final int VERSION_3 = 3;

    public static X509Form decode(byte[] der) throws DecodeException {
        if (der.length > MAX_SIZE) {
            throw new DecodeException("a certificate of " + der.length + " bytes");
        }
        return Der.read("a certificate", () -> {
            Certificate certificate = Certificate.getInstance(der);
            TBSCertificate signed = certificate.getTBSCertificate();
            if (signed.getVersionNumber() != VERSION_3) {
                throw new DecodeException("a certificate of version " + signed.getVersionNumber());
            }
            if (!signed.getSignature().equals(ECDSA_WITH_SHA256)
                    || !certificate.getSignatureAlgorithm().equals(ECDSA_WITH_SHA256)) {
                throw new DecodeException("a certificate that is not signed by ECDSA with SHA-256");
            }
            Extensions extensions = signed.getExtensions();
            if (extensions == null) {
                throw new DecodeException("a certificate without extensions");
            }
            return new X509Form(
                    certificate,
                    signed.getEncoded(ASN1Encoding.DER),
                    publicKey(signed.getSubjectPublicKeyInfo()),
                    extensions,
                    DerSignature.decode(certificate.getSignature().getOctets()));
        });
    }

    static P256PublicKey publicKey(SubjectPublicKeyInfo info) throws DecodeException {
        if (!info.getAlgorithm().equals(P256)) {
            throw new DecodeException("a key that is not on P-256");
        }
        return P256PublicKey.of(info.getPublicKeyData().getOctets());
    }

    public Instant begins() throws DecodeException {
        return MatterTime.instant(certificate.getStartDate());
    }

    public Instant ends() throws DecodeException {
        return MatterTime.instant(certificate.getEndDate());
    }

    public X500Name issuer() {
        return certificate.getIssuer();
    }

    public X500Name subject() {
        return certificate.getSubject();
    }
}
