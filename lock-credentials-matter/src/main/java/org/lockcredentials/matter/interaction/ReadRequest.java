package org.lockcredentials.matter.interaction;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** ReadRequestMessage (10.7.2). */
public record ReadRequest(Wanted wanted) implements InteractionMessage {

    static final int OPCODE = 0x02;
    private static final Wanted.Tags TAGS = new Wanted.Tags(0, 1, 2, 3, 4);

    static ReadRequest decode(TlvStructure in) throws DecodeException {
        return new ReadRequest(Wanted.decode(in, TAGS));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        wanted.encode(out, TAGS);
    }
}
