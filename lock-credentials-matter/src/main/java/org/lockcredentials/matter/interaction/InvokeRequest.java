package org.lockcredentials.matter.interaction;

import java.util.List;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * InvokeRequestMessage (10.7.9).
 *
 * @param timed it follows a TimedRequest
 */
public record InvokeRequest(boolean timed, List<CommandData> commands) implements InteractionMessage {

    static final int OPCODE = 0x08;

    public InvokeRequest {
        commands = List.copyOf(commands);
    }

    static InvokeRequest decode(TlvStructure in) throws DecodeException {
        return new InvokeRequest(in.bool(1), in.array(2).each(CommandData::decode));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.bool(0, false).bool(1, timed).array(2, commands, (to, tag, each) -> each.encode(to, tag));
    }
}
