package org.lockcredentials.matter.attestation;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateExtension;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.SubjectKeyIdentifier;
import org.lockcredentials.matter.certificate.X509Form;
import org.lockcredentials.matter.crypto.Der;
import org.lockcredentials.matter.crypto.P256PublicKey;

/**
 * A certificate of a device (DAC), of its maker (PAI) or of the authority above (PAA), Core specification section 6.2.2.
 *
 * @param subject vendor and product that it is about
 * @param issuer vendor and product of whoever issued it
 * @param constraints critical, as they have to be
 * @param usage critical, as it has to be
 */
public record DeviceCertificate(
        X509Form form,
        ProductIds subject,
        ProductIds issuer,
        BasicConstraints constraints,
        KeyUsage usage,
        SubjectKeyIdentifier keyIdentifier,
        Optional<AuthorityKeyIdentifier> authorityKeyIdentifier,
        Instant begins,
        Instant ends) {

    private static final int KEY_IDENTIFIER = 20;

    public static DeviceCertificate decode(byte[] der) throws DecodeException {
        X509Form form = X509Form.decode(der);
        return Der.read("a certificate", () -> {
            requireKnown(form);
            return new DeviceCertificate(
                    form,
                    ProductIds.of(form.subject()),
                    ProductIds.of(form.issuer()),
                    required(form, Extension.basicConstraints, true, BasicConstraints.class),
                    required(form, Extension.keyUsage, true, KeyUsage.class),
                    sized(required(form, Extension.subjectKeyIdentifier, false, SubjectKeyIdentifier.class)),
                    find(form, Extension.authorityKeyIdentifier, false, AuthorityKeyIdentifier.class),
                    form.begins(),
                    form.ends());
        });
    }

    public P256PublicKey publicKey() {
        return form.publicKey();
    }

    /** True if {@code authority} has the name and the key that this certificate names as its issuer's. */
    boolean names(DeviceCertificate authority) {
        return form.issuer().equals(authority.form.subject())
                && authorityKeyIdentifier
                        .map(AuthorityKeyIdentifier::value)
                        .filter(key -> Arrays.equals(key, authority.keyIdentifier.value()))
                        .isPresent();
    }

    boolean isSignedBy(DeviceCertificate authority) {
        return authority.publicKey().verifies(form.signature(), form.signed());
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(begins) && !time.isAfter(ends);
    }

    /** Of those that may be ignored, some have contents that Matter knows nothing of. */
    private static void requireKnown(X509Form form) throws DecodeException, IOException {
        for (ASN1ObjectIdentifier type : form.extensions().getCriticalExtensionOIDs()) {
            if (CertificateExtension.of(form.extensions().getExtension(type)).mustBeRefused()) {
                throw new DecodeException("an extension " + type + " that is not known and must not be ignored");
            }
        }
    }

    private static SubjectKeyIdentifier sized(SubjectKeyIdentifier identifier) throws DecodeException {
        if (identifier.value().length != KEY_IDENTIFIER) {
            throw new DecodeException("a key identifier of " + identifier.value().length + " bytes");
        }
        return identifier;
    }

    private static <T extends CertificateExtension> T required(
            X509Form form, ASN1ObjectIdentifier type, boolean critical, Class<T> as)
            throws DecodeException, IOException {
        Optional<T> found = find(form, type, critical, as);
        if (found.isEmpty()) {
            throw new DecodeException("a certificate without " + as.getSimpleName());
        }
        return found.get();
    }

    private static <T extends CertificateExtension> Optional<T> find(
            X509Form form, ASN1ObjectIdentifier type, boolean critical, Class<T> as)
            throws DecodeException, IOException {
        Extension extension = form.extensions().getExtension(type);
        if (extension == null) {
            return Optional.empty();
        }
        if (extension.isCritical() != critical) {
            throw new DecodeException(as.getSimpleName() + (critical ? " that may be ignored" : " that is critical"));
        }
        return Optional.of(as.cast(CertificateExtension.of(extension)));
    }
}
