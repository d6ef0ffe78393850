package org.lockcredentials.matter.attestation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1PrintableString;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Vendor and product in a name of a device's certificate, Core specification section 6.2.2.2.
 *
 * @param vendor 16 bits
 * @param product 16 bits
 */
public record ProductIds(Optional<Integer> vendor, Optional<Integer> product) {

    private static final ASN1ObjectIdentifier VENDOR = new ASN1ObjectIdentifier("1.3.6.1.4.1.37244.2.1");
    private static final ASN1ObjectIdentifier PRODUCT = new ASN1ObjectIdentifier("1.3.6.1.4.1.37244.2.2");
    private static final Pattern DIGITS = Pattern.compile("[0-9A-F]{4}");

    static ProductIds of(X500Name name) throws DecodeException {
        Optional<Integer> vendor = attribute(name, VENDOR);
        Optional<Integer> product = attribute(name, PRODUCT);
        if (vendor.isPresent() || product.isPresent()) {
            return new ProductIds(vendor, product);
        }
        RDN[] commonNames = name.getRDNs(BCStyle.CN);
        return commonNames.length == 0
                ? new ProductIds(Optional.empty(), Optional.empty())
                : ofCommonName(text(commonNames[0].getFirst()));
    }

    /** The fallback encoding of section 6.2.2.2.1, for makers whose authorities know no attributes of Matter. */
    static ProductIds ofCommonName(String name) throws DecodeException {
        return new ProductIds(labelled(name, "Mvid:"), labelled(name, "Mpid:"));
    }

    /** The leftmost value that is well-formed; a label with none behind is a mistake. */
    private static Optional<Integer> labelled(String name, String label) throws DecodeException {
        Matcher matcher = Pattern.compile(label + "([0-9A-F]{4})").matcher(name);
        if (matcher.find()) {
            return Optional.of(Integer.parseInt(matcher.group(1), 16));
        }
        if (name.contains(label)) {
            throw new DecodeException(label + " without four capital hex digits");
        }
        return Optional.empty();
    }

    private static Optional<Integer> attribute(X500Name name, ASN1ObjectIdentifier type) throws DecodeException {
        RDN[] found = name.getRDNs(type);
        if (found.length == 0) {
            return Optional.empty();
        }
        String digits = text(found[0].getFirst());
        if (found.length > 1
                || found[0].isMultiValued()
                || !DIGITS.matcher(digits).matches()) {
            throw new DecodeException("a vendor or product that is not four capital hex digits, once");
        }
        return Optional.of(Integer.parseInt(digits, 16));
    }

    private static String text(AttributeTypeAndValue attribute) throws DecodeException {
        if (attribute.getValue() instanceof ASN1String text
                && (text instanceof ASN1UTF8String || text instanceof ASN1PrintableString)) {
            return text.getString();
        }
        throw new DecodeException("an attribute in another form of text");
    }
}
