package org.lockcredentials.matter.interaction;

import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** WriteResponseMessage: how each write went (10.7.7). */
public record WriteResponse(List<AttributeStatus> statuses) implements InteractionMessage {

    static final int OPCODE = 0x07;

    public WriteResponse {
        statuses = List.copyOf(statuses);
    }

    static WriteResponse decode(TlvStructure in) throws DecodeException {
        return new WriteResponse(in.array(0).each(AttributeStatus::decode));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.array(0, statuses, (to, tag, each) -> each.encode(to, tag));
    }
}
