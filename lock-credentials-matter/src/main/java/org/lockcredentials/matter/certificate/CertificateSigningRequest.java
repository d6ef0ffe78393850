package org.lockcredentials.matter.certificate;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Der;
import org.lockcredentials.matter.crypto.DerSignature;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * The request for a node certificate, PKCS #10 (RFC 2986) as Core specification section 6.4.6.1 uses it: only its key counts.
 *
 * @param publicKey whose holder signed the request
 */
public record CertificateSigningRequest(P256PublicKey publicKey) {

    /** Bytes of the longest request, twice what the specification's own example takes. */
    private static final int MAX_SIZE = 500;

    private static final X500Name SUBJECT = new X500Name("O=CSR");

    /** The DER form, signed with the key that the certificate is asked for. */
    public static byte[] encode(P256KeyPair key) {
        try {
            CertificationRequestInfo info = new CertificationRequestInfo(
                    SUBJECT,
                    new SubjectPublicKeyInfo(X509Form.P256, key.publicKey().bytes()),
                    new DERSet());
            byte[] signature = DerSignature.encode(key.sign(info.getEncoded(ASN1Encoding.DER)));
            return new CertificationRequest(info, X509Form.ECDSA_WITH_SHA256, new DERBitString(signature))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException impossible) {
            throw new IllegalStateException("a request always has a DER form", impossible);
        }
    }

    /** @throws DecodeException also if whoever made the request does not hold its key */
    public static CertificateSigningRequest decode(byte[] der) throws DecodeException {
        Parsed parsed = Parsed.of(der);
        if (!parsed.key.verifies(parsed.signature, parsed.signed)) {
            throw new DecodeException("a request that another key signed");
        }
        return new CertificateSigningRequest(parsed.key);
    }

    /** A request whose signature nobody looked at. */
    record Parsed(P256PublicKey key, byte[] signed, byte[] signature) {

        static Parsed of(byte[] der) throws DecodeException {
            if (der.length > MAX_SIZE) {
                throw new DecodeException("a request of " + der.length + " bytes");
            }
            return Der.read("a request", () -> {
                CertificationRequest request = CertificationRequest.getInstance(der);
                if (!request.getSignatureAlgorithm().equals(X509Form.ECDSA_WITH_SHA256)) {
                    throw new DecodeException("a request that is not signed by ECDSA with SHA-256");
                }
                CertificationRequestInfo info = request.getCertificationRequestInfo();
                return new Parsed(
                        X509Form.publicKey(info.getSubjectPublicKeyInfo()),
                        info.getEncoded(ASN1Encoding.DER),
                        DerSignature.decode(request.getSignature().getOctets()));
            });
        }
    }
}
