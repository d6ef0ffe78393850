package org.lockcredentials.matter.certificate;

import java.util.List;

/** A certificate with one field changed, and the signature of before. */
final class Change {

    private Change() {}

    static MatterCertificate serial(MatterCertificate of, byte[] serial) {
        return new MatterCertificate(
                serial,
                of.issuer(),
                of.notBefore(),
                of.notAfter(),
                of.subject(),
                of.publicKey(),
                of.extensions(),
                of.signature());
    }

    static MatterCertificate issuer(MatterCertificate of, DistinguishedName issuer) {
        return new MatterCertificate(
                of.serialNumber(),
                issuer,
                of.notBefore(),
                of.notAfter(),
                of.subject(),
                of.publicKey(),
                of.extensions(),
                of.signature());
    }

    static MatterCertificate subject(MatterCertificate of, List<DnAttribute> subject) {
        return new MatterCertificate(
                of.serialNumber(),
                of.issuer(),
                of.notBefore(),
                of.notAfter(),
                new DistinguishedName(subject),
                of.publicKey(),
                of.extensions(),
                of.signature());
    }

    static MatterCertificate extensions(MatterCertificate of, List<CertificateExtension> extensions) {
        return new MatterCertificate(
                of.serialNumber(),
                of.issuer(),
                of.notBefore(),
                of.notAfter(),
                of.subject(),
                of.publicKey(),
                extensions,
                of.signature());
    }
}
