package org.lockcredentials.matter.interaction;

import java.time.Duration;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * TimedRequestMessage: a write or a command will follow in the same exchange, or must not be taken any more (10.7.8).
 *
 * @param timeout 0 to 65,535 ms
 */
public record TimedRequest(Duration timeout) implements InteractionMessage {

    static final int OPCODE = 0x0A;

    static TimedRequest decode(TlvStructure in) throws DecodeException {
        return new TimedRequest(Duration.ofMillis(in.u16(0)));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.unsigned(0, timeout.toMillis());
    }
}
