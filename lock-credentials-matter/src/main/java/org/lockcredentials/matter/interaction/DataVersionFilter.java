package org.lockcredentials.matter.interaction;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** DataVersionFilterIB: a cluster whose data the reader has, as of a version; it is left out of the answer if that still holds (10.6.3). */
public record DataVersionFilter(int endpoint, long cluster, long dataVersion) {

    static DataVersionFilter decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        TlvStructure path = in.element(0).list().asStructure();
        return new DataVersionFilter(path.u16(1), path.u32(2), in.u32(1));
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(
                tag,
                ib -> ib.list(0, path -> path.unsigned(1, endpoint).unsigned(2, cluster))
                        .unsigned(1, dataVersion));
    }
}
