package org.lockcredentials.matter.certificate;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.ExtendedKeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.SubjectKeyIdentifier;
import org.lockcredentials.matter.certificate.DnAttribute.Id;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** A root or intermediate certificate with its key, which issues the certificates below it. Closing it wipes the key. */
public final class CertificateAuthority implements AutoCloseable {

    /** How far certificates reach back, for nodes whose clock is behind. */
    private static final Duration BACKDATED = Duration.ofDays(365);

    private static final int SERIAL_NUMBER = 8;
    private static final int AUTHORITY_USAGE = KeyUsage.KEY_CERT_SIGN | KeyUsage.CRL_SIGN;

    private final MatterCertificate certificate;
    private final P256KeyPair key;

    private CertificateAuthority(MatterCertificate certificate, P256KeyPair key) {
        this.certificate = certificate;
        this.key = key;
    }

    /** A fresh root. @param rcacId its number, which no other root should have */
    public static CertificateAuthority createRoot(long rcacId, Instant now) {
        P256KeyPair key = P256KeyPair.generate();
        DistinguishedName name = DistinguishedName.of(new Id(DnAttributeType.RCAC_ID, rcacId));
        List<CertificateExtension> constraints =
                List.of(new BasicConstraints(true, Optional.empty()), new KeyUsage(AUTHORITY_USAGE));
        MatterCertificate root = issue(name, name, key.publicKey(), key, constraints, now);
        return new CertificateAuthority(root, key);
    }

    /**
     * An authority that was kept.
     *
     * @param privateKey 32 bytes, copied
     * @throws IllegalArgumentException if the key is not the certificate's
     */
    public static CertificateAuthority of(MatterCertificate certificate, Secret privateKey) {
        P256KeyPair key = P256KeyPair.of(privateKey);
        if (!key.publicKey().equals(certificate.publicKey())) {
            key.close();
            throw new IllegalArgumentException("the key of another certificate");
        }
        return new CertificateAuthority(certificate, key);
    }

    public MatterCertificate certificate() {
        return certificate;
    }

    /** The 32 bytes of the private key, which the caller wipes. */
    public Secret privateKey() {
        return key.privateKey();
    }

    /**
     * The certificate of a node.
     *
     * @param nodeKey the node's, out of its request
     * @param fabricId not 0
     * @param nodeId an operational one
     * @param authenticatedTags at most three, with distinct identifiers and versions above 0
     */
    public MatterCertificate issueNode(
            P256PublicKey nodeKey, long fabricId, long nodeId, List<Long> authenticatedTags, Instant now) {
        List<DnAttribute> subject = new ArrayList<>();
        subject.add(new Id(DnAttributeType.NODE_ID, nodeId));
        subject.add(new Id(DnAttributeType.FABRIC_ID, fabricId));
        authenticatedTags.forEach(tag -> subject.add(new Id(DnAttributeType.NOC_CAT, tag)));
        List<CertificateExtension> constraints = List.of(
                new BasicConstraints(false, Optional.empty()),
                new KeyUsage(KeyUsage.DIGITAL_SIGNATURE),
                new ExtendedKeyUsage(List.of(ExtendedKeyUsage.CLIENT_AUTH, ExtendedKeyUsage.SERVER_AUTH)));
        return issue(certificate.subject(), new DistinguishedName(subject), nodeKey, key, constraints, now);
    }

    @Override
    public void close() {
        key.close();
    }

    static MatterCertificate issue(
            DistinguishedName issuer,
            DistinguishedName subject,
            P256PublicKey subjectKey,
            P256KeyPair issuerKey,
            List<CertificateExtension> constraints,
            Instant now) {
        List<CertificateExtension> extensions = new ArrayList<>(constraints);
        extensions.add(new SubjectKeyIdentifier(subjectKey.keyIdentifier()));
        extensions.add(new AuthorityKeyIdentifier(issuerKey.publicKey().keyIdentifier()));
        MatterCertificate unsigned = new MatterCertificate(
                serialNumber(),
                issuer,
                MatterTime.seconds(now.minus(BACKDATED)),
                0,
                subject,
                subjectKey,
                extensions,
                new byte[P256PublicKey.SIGNATURE]);
        return MatterCertificate.signed(unsigned, issuerKey);
    }

    /** A positive number whose first octet is needed. */
    private static byte[] serialNumber() {
        byte[] number = new byte[SERIAL_NUMBER];
        new SecureRandom().nextBytes(number);
        number[0] = (byte) (number[0] & 0x3F | 0x40);
        return number;
    }
}
