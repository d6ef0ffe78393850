package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** AttributeStatusIB: how reading or writing an attribute went (10.6.16). */
public record AttributeStatus(AttributePath path, StatusIb status) {

    static AttributeStatus decode(TlvElement element, Optional<AttributePath> previous) throws DecodeException {
        TlvStructure in = element.structure();
        return new AttributeStatus(AttributePath.decode(in.element(0), previous), StatusIb.decode(in.element(1)));
    }

    static AttributeStatus decode(TlvElement element) throws DecodeException {
        return decode(element, Optional.empty());
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(tag, ib -> {
            path.encode(ib, Tag.of(0));
            ib.structure(1, status::encode);
        });
    }
}
