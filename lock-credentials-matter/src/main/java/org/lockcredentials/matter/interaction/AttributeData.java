package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * AttributeDataIB: a value that is reported or to be written (10.6.4).
 *
 * @param dataVersion the version of the cluster's data that it belongs to; in a write, the one that must still hold
 */
public record AttributeData(Optional<Long> dataVersion, AttributePath path, TlvElement value) {

    static AttributeData decode(TlvElement element, Optional<AttributePath> previous) throws DecodeException {
        TlvStructure in = element.structure();
        return new AttributeData(
                in.optional(0, TlvElement::u32), AttributePath.decode(in.element(1), previous), in.element(2));
    }

    static AttributeData decode(TlvElement element) throws DecodeException {
        return decode(element, Optional.empty());
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(tag, ib -> {
            ib.optional(0, dataVersion, TlvWriter::unsigned);
            path.encode(ib, Tag.of(1));
            ib.element(2, value);
        });
    }
}
