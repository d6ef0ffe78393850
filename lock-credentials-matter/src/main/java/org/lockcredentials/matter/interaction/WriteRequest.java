package org.lockcredentials.matter.interaction;

import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * WriteRequestMessage (10.7.6).
 *
 * @param timed it follows a TimedRequest
 * @param moreChunks another message follows once this one was answered
 */
public record WriteRequest(boolean timed, List<AttributeData> writes, boolean moreChunks)
        implements InteractionMessage {

    static final int OPCODE = 0x06;

    public WriteRequest {
        writes = List.copyOf(writes);
    }

    static WriteRequest decode(TlvStructure in) throws DecodeException {
        return new WriteRequest(
                in.bool(1),
                in.array(2).each(AttributeData::decode),
                in.optional(3, TlvElement::bool).orElse(false));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.bool(0, false).bool(1, timed).array(2, writes, (to, tag, each) -> each.encode(to, tag));
        if (moreChunks) {
            out.bool(3, true);
        }
    }
}
