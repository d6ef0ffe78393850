package org.lockcredentials.matter.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvMember;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** An extension of a certificate, Core specification section 6.5.11. */
public sealed interface CertificateExtension {

    /** The X.509 form. @throws IllegalArgumentException if there is none */
    Extension toX509();

    void write(TlvWriter out);

    static CertificateExtension read(TlvMember member) throws DecodeException {
        int number = member.tag() instanceof Tag.Context context ? context.number() : 0;
        TlvElement value = member.element();
        return switch (number) {
            case 1 -> BasicConstraints.read(value.structure());
            case 2 -> new KeyUsage(value.u16());
            case 3 -> new ExtendedKeyUsage(value.array().each(TlvElement::u8));
            case 4 -> new SubjectKeyIdentifier(value.bytes());
            case 5 -> new AuthorityKeyIdentifier(value.bytes());
            case 6 -> new FutureExtension(value.bytes());
            default -> throw new DecodeException("no extension " + number);
        };
    }

    /** True if it must not be passed over and cannot be dealt with either, so that its certificate is worth nothing (RFC 5280 section 4.2). */
    default boolean mustBeRefused() {
        return this instanceof FutureExtension && toX509().isCritical();
    }

    static CertificateExtension of(Extension extension) throws DecodeException, IOException {
        ASN1ObjectIdentifier type = extension.getExtnId();
        ASN1Encodable value = extension.getParsedValue();
        if (type.equals(Extension.basicConstraints)) {
            return BasicConstraints.of(org.bouncycastle.asn1.x509.BasicConstraints.getInstance(value));
        } else if (type.equals(Extension.keyUsage)) {
            return KeyUsage.of(org.bouncycastle.asn1.x509.KeyUsage.getInstance(value));
        } else if (type.equals(Extension.extendedKeyUsage)) {
            return ExtendedKeyUsage.of(org.bouncycastle.asn1.x509.ExtendedKeyUsage.getInstance(value));
        } else if (type.equals(Extension.subjectKeyIdentifier)) {
            return new SubjectKeyIdentifier(org.bouncycastle.asn1.x509.SubjectKeyIdentifier.getInstance(value)
                    .getKeyIdentifier());
        } else if (type.equals(Extension.authorityKeyIdentifier)) {
            return AuthorityKeyIdentifier.of(org.bouncycastle.asn1.x509.AuthorityKeyIdentifier.getInstance(value));
        }
        return new FutureExtension(extension.getEncoded());
    }

    private static Extension x509(ASN1ObjectIdentifier type, boolean critical, ASN1Encodable value) {
        try {
            return Extension.create(type, critical, value);
        } catch (IOException e) {
            throw new IllegalArgumentException("an extension that has no DER form", e);
        }
    }

    /**
     * Whether the subject may issue, and how many may issue below it.
     *
     * @param pathLength 0 to 255
     */
    record BasicConstraints(boolean authority, Optional<Integer> pathLength) implements CertificateExtension {

        @Override
        public Extension toX509() {
            if (!authority && pathLength.isPresent()) {
                throw new IllegalArgumentException("a path length for a subject that issues nothing");
            }
            return x509(
                    Extension.basicConstraints,
                    true,
                    pathLength
                            .map(org.bouncycastle.asn1.x509.BasicConstraints::new)
                            .orElseGet(() -> new org.bouncycastle.asn1.x509.BasicConstraints(authority)));
        }

        @Override
        public void write(TlvWriter out) {
            out.structure(
                    1,
                    members -> members.bool(1, authority)
                            .optional(2, pathLength, (to, tag, length) -> to.unsigned(tag, length)));
        }

        static BasicConstraints read(TlvStructure structure) throws DecodeException {
            return new BasicConstraints(structure.bool(1), structure.optional(2, TlvElement::u8));
        }

        static BasicConstraints of(org.bouncycastle.asn1.x509.BasicConstraints constraints) throws DecodeException {
            BigInteger length = constraints.getPathLenConstraint();
            if (length == null) {
                return new BasicConstraints(constraints.isCA(), Optional.empty());
            }
            if (length.signum() < 0 || length.bitLength() > Byte.SIZE) {
                throw new DecodeException("a path length outside 0 to 255");
            }
            return new BasicConstraints(constraints.isCA(), Optional.of(length.intValue()));
        }
    }

    /** What the key is for: bits of section 6.5.11.2, the lowest first. */
    record KeyUsage(int bits) implements CertificateExtension {

        public static final int DIGITAL_SIGNATURE = 0x001;
        public static final int KEY_CERT_SIGN = 0x020;
        public static final int CRL_SIGN = 0x040;

        private static final int COUNT = 9;

        /** X.509 counts the same bits from the highest of each octet. */
        @Override
        public Extension toX509() {
            if (bits >>> COUNT != 0) {
                throw new IllegalArgumentException("a key usage beyond the ninth");
            }
            return x509(Extension.keyUsage, true, new org.bouncycastle.asn1.x509.KeyUsage(mirrored(bits)));
        }

        @Override
        public void write(TlvWriter out) {
            out.unsigned(2, bits);
        }

        static KeyUsage of(org.bouncycastle.asn1.x509.KeyUsage usage) {
            int bits = 0;
            for (int bit = 0; bit < COUNT; bit++) {
                if (usage.hasUsages(mirrored(1 << bit))) {
                    bits |= 1 << bit;
                }
            }
            return new KeyUsage(bits);
        }

        private static int mirrored(int bits) {
            int low = Integer.reverse(bits) >>> 24;
            int high = Integer.reverse(bits >>> 8) >>> 24;
            return low | high << 8;
        }
    }

    /** What the key is for besides: numbers of section 6.5.11.3, in order. */
    record ExtendedKeyUsage(List<Integer> purposes) implements CertificateExtension {

        public static final int SERVER_AUTH = 1;
        public static final int CLIENT_AUTH = 2;

        private static final List<KeyPurposeId> PURPOSES = List.of(
                KeyPurposeId.id_kp_serverAuth,
                KeyPurposeId.id_kp_clientAuth,
                KeyPurposeId.id_kp_codeSigning,
                KeyPurposeId.id_kp_emailProtection,
                KeyPurposeId.id_kp_timeStamping,
                KeyPurposeId.id_kp_OCSPSigning);

        public ExtendedKeyUsage {
            purposes = List.copyOf(purposes);
        }

        @Override
        public Extension toX509() {
            KeyPurposeId[] ids = new KeyPurposeId[purposes.size()];
            for (int i = 0; i < ids.length; i++) {
                int purpose = purposes.get(i);
                if (purpose < 1 || purpose > PURPOSES.size()) {
                    throw new IllegalArgumentException("no key purpose " + purpose);
                }
                ids[i] = PURPOSES.get(purpose - 1);
            }
            return x509(Extension.extendedKeyUsage, true, new org.bouncycastle.asn1.x509.ExtendedKeyUsage(ids));
        }

        @Override
        public void write(TlvWriter out) {
            out.array(3, purposes, (to, tag, purpose) -> to.unsigned(tag, purpose));
        }

        static ExtendedKeyUsage of(org.bouncycastle.asn1.x509.ExtendedKeyUsage usage) throws DecodeException {
            List<Integer> purposes = new ArrayList<>();
            for (KeyPurposeId id : usage.getUsages()) {
                if (!PURPOSES.contains(id)) {
                    throw new DecodeException("no key purpose " + id);
                }
                purposes.add(PURPOSES.indexOf(id) + 1);
            }
            return new ExtendedKeyUsage(purposes);
        }
    }

    /** The name of the subject's key. */
    record SubjectKeyIdentifier(byte[] value) implements CertificateExtension {

        @Override
        public Extension toX509() {
            return x509(
                    Extension.subjectKeyIdentifier, false, new org.bouncycastle.asn1.x509.SubjectKeyIdentifier(value));
        }

        @Override
        public void write(TlvWriter out) {
            out.bytes(4, value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SubjectKeyIdentifier that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /** The name of the key that signed. */
    record AuthorityKeyIdentifier(byte[] value) implements CertificateExtension {

        @Override
        public Extension toX509() {
            return x509(
                    Extension.authorityKeyIdentifier,
                    false,
                    new org.bouncycastle.asn1.x509.AuthorityKeyIdentifier(value));
        }

        @Override
        public void write(TlvWriter out) {
            out.bytes(5, value);
        }

        static AuthorityKeyIdentifier of(org.bouncycastle.asn1.x509.AuthorityKeyIdentifier identifier)
                throws DecodeException {
            byte[] value = identifier.getKeyIdentifierOctets();
            if (value == null) {
                throw new DecodeException("an authority that is named by something other than its key");
            }
            return new AuthorityKeyIdentifier(value);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof AuthorityKeyIdentifier that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /** An extension that is none of the others, in its DER form. */
    record FutureExtension(byte[] der) implements CertificateExtension {

        @Override
        public Extension toX509() {
            return Extension.getInstance(der);
        }

        @Override
        public void write(TlvWriter out) {
            out.bytes(6, der);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof FutureExtension that && Arrays.equals(der, that.der);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(der);
        }
    }
}
