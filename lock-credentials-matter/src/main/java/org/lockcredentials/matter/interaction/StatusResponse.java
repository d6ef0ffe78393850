package org.lockcredentials.matter.interaction;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** StatusResponseMessage: how an action as a whole was taken (10.7.1). */
public record StatusResponse(Status status) implements InteractionMessage {

    static final int OPCODE = 0x01;

    static StatusResponse decode(TlvStructure in) throws DecodeException {
        return new StatusResponse(new Status(in.u8(0)));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.unsigned(0, status.code());
    }
}
