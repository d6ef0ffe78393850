package org.lockcredentials.matter.certificate;

import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvList;
import org.lockcredentials.matter.tlv.TlvMember;
import org.lockcredentials.matter.tlv.TlvWriter;

/** Who issued a certificate or whom it is about, Core specification section 6.5.6; the order counts. */
public record DistinguishedName(List<DnAttribute> attributes) {

    public DistinguishedName {
        attributes = List.copyOf(attributes);
    }

    /** A name of numbers alone. */
    public static DistinguishedName of(DnAttribute.Id... ids) {
        return new DistinguishedName(List.of(ids));
    }

    /** All numbers of this type, in order. */
    public List<Long> ids(DnAttributeType type) {
        return attributes.stream()
                .filter(attribute -> attribute.type() == type)
                .map(attribute -> ((DnAttribute.Id) attribute).value())
                .toList();
    }

    void write(TlvWriter out) {
        attributes.forEach(attribute -> attribute.write(out));
    }

    static DistinguishedName read(TlvList list) throws DecodeException {
        List<DnAttribute> attributes = new ArrayList<>();
        for (TlvMember member : list.members()) {
            attributes.add(DnAttribute.read(member));
        }
        return new DistinguishedName(attributes);
    }

    X500Name toX500() {
        return new X500Name(attributes.stream().map(DnAttribute::relativeName).toArray(RDN[]::new));
    }

    static DistinguishedName of(X500Name name) throws DecodeException {
        List<DnAttribute> attributes = new ArrayList<>();
        for (RDN relative : name.getRDNs()) {
            attributes.add(DnAttribute.of(relative));
        }
        return new DistinguishedName(attributes);
    }
}
