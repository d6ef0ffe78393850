package org.lockcredentials.matter.certificate;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;

/** What an attribute of a distinguished name says, Core specification section 6.5.6.1 (the table "DN Object Identifiers"). */
public enum DnAttributeType {
    COMMON_NAME(1, "2.5.4.3", Form.TEXT),
    SURNAME(2, "2.5.4.4", Form.TEXT),
    SERIAL_NUMBER(3, "2.5.4.5", Form.TEXT),
    COUNTRY_NAME(4, "2.5.4.6", Form.TEXT),
    LOCALITY_NAME(5, "2.5.4.7", Form.TEXT),
    STATE_OR_PROVINCE_NAME(6, "2.5.4.8", Form.TEXT),
    ORGANIZATION_NAME(7, "2.5.4.10", Form.TEXT),
    ORGANIZATIONAL_UNIT_NAME(8, "2.5.4.11", Form.TEXT),
    TITLE(9, "2.5.4.12", Form.TEXT),
    NAME(10, "2.5.4.41", Form.TEXT),
    GIVEN_NAME(11, "2.5.4.42", Form.TEXT),
    INITIALS(12, "2.5.4.43", Form.TEXT),
    GENERATION_QUALIFIER(13, "2.5.4.44", Form.TEXT),
    DN_QUALIFIER(14, "2.5.4.46", Form.TEXT),
    PSEUDONYM(15, "2.5.4.65", Form.TEXT),
    DOMAIN_COMPONENT(16, "0.9.2342.19200300.100.1.25", Form.IA5_TEXT),
    NODE_ID(17, "1.3.6.1.4.1.37244.1.1", Form.ID_64),
    FIRMWARE_SIGNING_ID(18, "1.3.6.1.4.1.37244.1.2", Form.ID_64),
    ICAC_ID(19, "1.3.6.1.4.1.37244.1.3", Form.ID_64),
    RCAC_ID(20, "1.3.6.1.4.1.37244.1.4", Form.ID_64),
    FABRIC_ID(21, "1.3.6.1.4.1.37244.1.5", Form.ID_64),
    NOC_CAT(22, "1.3.6.1.4.1.37244.1.6", Form.ID_32),
    VVS_ID(23, "1.3.6.1.4.1.37244.1.7", Form.ID_64);

    /** How the value is written. */
    enum Form {
        /** UTF-8, or the characters of an ASN.1 PrintableString. */
        TEXT,
        /** Seven-bit characters. */
        IA5_TEXT,
        /** A number; in X.509 sixteen capital hex digits. */
        ID_64,
        /** A number; in X.509 eight capital hex digits. */
        ID_32;

        int hexDigits() {
            return this == ID_64 ? 16 : 8;
        }

        boolean isId() {
            return this == ID_64 || this == ID_32;
        }
    }

    private final int tag;
    private final ASN1ObjectIdentifier oid;
    private final Form form;

    DnAttributeType(int tag, String oid, Form form) {
        this.tag = tag;
        this.oid = new ASN1ObjectIdentifier(oid);
        this.form = form;
    }

    int tag() {
        return tag;
    }

    ASN1ObjectIdentifier oid() {
        return oid;
    }

    Form form() {
        return form;
    }

    static Optional<DnAttributeType> ofTag(int tag) {
        return Arrays.stream(values()).filter(type -> type.tag == tag).findFirst();
    }

    static Optional<DnAttributeType> ofOid(ASN1ObjectIdentifier oid) {
        return Arrays.stream(values()).filter(type -> type.oid.equals(oid)).findFirst();
    }
}
