package org.lockcredentials.matter.certificate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.certificate.DnAttribute.Id;
import org.lockcredentials.matter.crypto.P256KeyPair;

/** Authorities below a root, as others' fabrics have them; ours has none. */
public final class Intermediate {

    private Intermediate() {}

    /** An authority that issues to nodes alone. */
    public static CertificateAuthority below(CertificateAuthority root, long icacId, Instant now) {
        try (Secret rootKey = root.privateKey();
                P256KeyPair above = P256KeyPair.of(rootKey);
                P256KeyPair own = P256KeyPair.generate();
                Secret key = own.privateKey()) {
            MatterCertificate issued = CertificateAuthority.issue(
                    root.certificate().subject(),
                    DistinguishedName.of(new Id(DnAttributeType.ICAC_ID, icacId)),
                    own.publicKey(),
                    above,
                    List.of(
                            new BasicConstraints(true, Optional.of(0)),
                            new KeyUsage(KeyUsage.KEY_CERT_SIGN | KeyUsage.CRL_SIGN)),
                    now);
            return CertificateAuthority.of(issued, key);
        }
    }
}
