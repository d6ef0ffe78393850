package org.lockcredentials.matter.certificate;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1IA5String;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.DnAttributeType.Form;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvMember;
import org.lockcredentials.matter.tlv.TlvWriter;

/** One attribute of a distinguished name, Core specification section 6.5.6. */
public sealed interface DnAttribute {

    DnAttributeType type();

    /** @throws IllegalArgumentException for characters that the form does not have */
    private ASN1Encodable value() {
        if (this instanceof Id id) {
            int digits = type().form().hexDigits();
            return new DERUTF8String(String.format(Locale.ROOT, "%0" + digits + "X", id.value()));
        }
        Text text = (Text) this;
        if (type().form() == Form.IA5_TEXT) {
            return new DERIA5String(text.value(), true);
        }
        return text.printable() ? new DERPrintableString(text.value(), true) : new DERUTF8String(text.value());
    }

    /** The X.509 form. */
    default RDN relativeName() {
        return new RDN(type().oid(), value());
    }

    default void write(TlvWriter out) {
        if (this instanceof Id id) {
            out.unsigned(type().tag(), id.value());
        } else if (this instanceof Text text) {
            out.utf8(text.printable() ? type().tag() | Text.PRINTABLE : type().tag(), text.value());
        }
    }

    static DnAttribute read(TlvMember member) throws DecodeException {
        if (!(member.tag() instanceof Tag.Context context)) {
            throw new DecodeException("a name's attribute without a number");
        }
        boolean printable = (context.number() & Text.PRINTABLE) != 0;
        DnAttributeType type = DnAttributeType.ofTag(context.number() & ~Text.PRINTABLE)
                .orElseThrow(() -> new DecodeException("no attribute " + context.number()));
        if (printable && type.form() != Form.TEXT) {
            throw new DecodeException("no attribute " + context.number());
        }
        return switch (type.form()) {
            case ID_64 -> new Id(type, member.element().u64());
            case ID_32 -> new Id(type, member.element().u32());
            case TEXT -> new Text(type, member.element().utf8(), printable);
            case IA5_TEXT -> new Text(type, member.element().utf8(), false);
        };
    }

    static DnAttribute of(RDN name) throws DecodeException {
        if (name.isMultiValued()) {
            throw new DecodeException("a name of several attributes in one place");
        }
        AttributeTypeAndValue attribute = name.getFirst();
        DnAttributeType type = DnAttributeType.ofOid(attribute.getType())
                .orElseThrow(() -> new DecodeException("no attribute " + attribute.getType()));
        if (!(attribute.getValue() instanceof ASN1String value)) {
            throw new DecodeException("an attribute that is no text");
        }
        boolean printable = value instanceof ASN1PrintableString;
        if (type.form().isId()) {
            return new Id(type, number(type.form(), value));
        } else if (type.form() == Form.IA5_TEXT && !(value instanceof ASN1IA5String)
                || type.form() == Form.TEXT && !printable && !(value instanceof ASN1UTF8String)) {
            throw new DecodeException(type + " in another form of text");
        }
        return new Text(type, value.getString(), printable);
    }

    private static long number(Form form, ASN1String value) throws DecodeException {
        String digits = value.getString();
        if (!(value instanceof ASN1UTF8String)
                || digits.length() != form.hexDigits()
                || !Id.HEX.matcher(digits).matches()) {
            throw new DecodeException("an identifier needs " + form.hexDigits() + " capital hex digits");
        }
        return Long.parseUnsignedLong(digits, 16);
    }

    /**
     * An attribute that people read.
     *
     * @param printable whether the X.509 form is a PrintableString, not UTF-8
     */
    record Text(DnAttributeType type, String value, boolean printable) implements DnAttribute {

        /** Added to the tag of what is a PrintableString in X.509. */
        private static final int PRINTABLE = 0x80;

        public Text {
            if (type.form().isId()) {
                throw new IllegalArgumentException(type + " is a number");
            }
        }
    }

    /** An attribute that is a number, all 64 or 32 bits of it. */
    record Id(DnAttributeType type, long value) implements DnAttribute {

        private static final Pattern HEX = Pattern.compile("[0-9A-F]+");

        public Id {
            if (!type.form().isId() || type.form() == Form.ID_32 && value >>> 32 != 0) {
                throw new IllegalArgumentException(type + " is no number of this size");
            }
        }
    }
}
