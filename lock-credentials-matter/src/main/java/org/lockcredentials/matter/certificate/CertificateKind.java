package org.lockcredentials.matter.certificate;

import static org.lockcredentials.matter.certificate.ChainRule.AUTHENTICATED_TAGS;
import static org.lockcredentials.matter.certificate.ChainRule.BASIC_CONSTRAINTS;
import static org.lockcredentials.matter.certificate.ChainRule.EXPIRED;
import static org.lockcredentials.matter.certificate.ChainRule.EXTENDED_KEY_USAGE;
import static org.lockcredentials.matter.certificate.ChainRule.EXTENSIONS;
import static org.lockcredentials.matter.certificate.ChainRule.FABRIC_ID;
import static org.lockcredentials.matter.certificate.ChainRule.KEY_IDENTIFIERS;
import static org.lockcredentials.matter.certificate.ChainRule.KEY_USAGE;
import static org.lockcredentials.matter.certificate.ChainRule.NAME_SIZE;
import static org.lockcredentials.matter.certificate.ChainRule.NODE_ID;
import static org.lockcredentials.matter.certificate.ChainRule.NOT_YET_VALID;
import static org.lockcredentials.matter.certificate.ChainRule.SUBJECT_KIND;
import static org.lockcredentials.matter.certificate.DnAttributeType.FIRMWARE_SIGNING_ID;
import static org.lockcredentials.matter.certificate.DnAttributeType.ICAC_ID;
import static org.lockcredentials.matter.certificate.DnAttributeType.NOC_CAT;
import static org.lockcredentials.matter.certificate.DnAttributeType.RCAC_ID;
import static org.lockcredentials.matter.certificate.DnAttributeType.VVS_ID;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.matter.certificate.CertificateExtension.AuthorityKeyIdentifier;
import org.lockcredentials.matter.certificate.CertificateExtension.BasicConstraints;
import org.lockcredentials.matter.certificate.CertificateExtension.ExtendedKeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.FutureExtension;
import org.lockcredentials.matter.certificate.CertificateExtension.KeyUsage;
import org.lockcredentials.matter.certificate.CertificateExtension.SubjectKeyIdentifier;

/** The place of a certificate in a chain, and what it has to fulfil there by itself, Core specification section 6.5. */
enum CertificateKind {
    ROOT("root", RCAC_ID),
    INTERMEDIATE("intermediate", ICAC_ID),
    NODE("node", DnAttributeType.NODE_ID);

    static final int KEY_IDENTIFIER = 20;

    private static final Set<DnAttributeType> KINDS =
            Set.of(DnAttributeType.NODE_ID, FIRMWARE_SIGNING_ID, ICAC_ID, RCAC_ID, VVS_ID);
    private static final int MAX_ATTRIBUTES = 5;
    private static final int MAX_TAGS = 3;
    private static final long MAX_NODE_ID = 0xFFFF_FFEF_FFFF_FFFFL;
    private static final int AUTHORITY_USAGE = KeyUsage.KEY_CERT_SIGN | KeyUsage.CRL_SIGN;

    private final String text;
    private final DnAttributeType id;

    CertificateKind(String text, DnAttributeType id) {
        this.text = text;
        this.id = id;
    }

    String text() {
        return text;
    }

    /** Holds {@code certificate} to all that needs no other one. */
    void check(MatterCertificate certificate, Instant now) throws ChainException {
        checkNames(certificate);
        checkExtensions(certificate);
        require(MatterTime.seconds(now) >= certificate.notBefore(), NOT_YET_VALID);
        require(certificate.notAfter() == 0 || MatterTime.seconds(now) <= certificate.notAfter(), EXPIRED);
    }

    void require(boolean fulfilled, ChainRule rule) throws ChainException {
        if (!fulfilled) {
            throw new ChainException(rule, this);
        }
    }

    private void checkNames(MatterCertificate certificate) throws ChainException {
        DistinguishedName subject = certificate.subject();
        require(subject.attributes().size() <= MAX_ATTRIBUTES, NAME_SIZE);
        require(certificate.issuer().attributes().size() <= MAX_ATTRIBUTES, NAME_SIZE);
        for (DnAttributeType kind : KINDS) {
            require(subject.ids(kind).size() == (kind == id ? 1 : 0), SUBJECT_KIND);
        }
        List<Long> fabrics = subject.ids(DnAttributeType.FABRIC_ID);
        require(fabrics.size() <= 1 && !fabrics.contains(0L), FABRIC_ID);
        if (this == NODE) {
            require(fabrics.size() == 1, FABRIC_ID);
            long node = subject.ids(DnAttributeType.NODE_ID).get(0);
            require(node != 0 && Long.compareUnsigned(node, MAX_NODE_ID) <= 0, NODE_ID);
            require(areDistinct(subject.ids(NOC_CAT)), AUTHENTICATED_TAGS);
        } else {
            require(subject.ids(NOC_CAT).isEmpty(), AUTHENTICATED_TAGS);
        }
    }

    /** Section 6.6.2.1.2: 16 bits of identifier before 16 of version. */
    private static boolean areDistinct(List<Long> tags) {
        Set<Long> identifiers = new HashSet<>();
        return tags.size() <= MAX_TAGS
                && tags.stream().allMatch(tag -> (tag & 0xFFFF) != 0 && identifiers.add(tag >>> 16));
    }

    private void checkExtensions(MatterCertificate certificate) throws ChainException {
        Set<Class<?>> seen = new HashSet<>();
        for (CertificateExtension extension : certificate.extensions()) {
            boolean known = !(extension instanceof FutureExtension);
            require(!extension.mustBeRefused() && (!known || seen.add(extension.getClass())), EXTENSIONS);
        }
        boolean authority = this != NODE;
        require(
                certificate
                        .extension(BasicConstraints.class)
                        .filter(it -> it.authority() == authority)
                        .isPresent(),
                BASIC_CONSTRAINTS);
        require(
                certificate
                        .extension(KeyUsage.class)
                        .filter(this::isUsedAsItShould)
                        .isPresent(),
                KEY_USAGE);
        Optional<Set<Integer>> purposes =
                certificate.extension(ExtendedKeyUsage.class).map(usage -> Set.copyOf(usage.purposes()));
        require(
                authority
                        ? purposes.isEmpty()
                        : purposes.equals(
                                Optional.of(Set.of(ExtendedKeyUsage.SERVER_AUTH, ExtendedKeyUsage.CLIENT_AUTH))),
                EXTENDED_KEY_USAGE);
        require(
                certificate
                                .extension(SubjectKeyIdentifier.class)
                                .filter(it -> it.value().length == KEY_IDENTIFIER)
                                .isPresent()
                        && certificate
                                .extension(AuthorityKeyIdentifier.class)
                                .filter(it -> it.value().length == KEY_IDENTIFIER)
                                .isPresent(),
                KEY_IDENTIFIERS);
    }

    /** Great vendors' certificates have other uses besides, against the letter of section 6.5.11.2; peers accept that. */
    private boolean isUsedAsItShould(KeyUsage usage) {
        int decisive = usage.bits() & (this == NODE ? KeyUsage.DIGITAL_SIGNATURE | AUTHORITY_USAGE : AUTHORITY_USAGE);
        return decisive == (this == NODE ? KeyUsage.DIGITAL_SIGNATURE : AUTHORITY_USAGE);
    }
}
