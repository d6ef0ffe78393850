package org.lockcredentials.matter.interaction;

import java.time.Duration;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * SubscribeResponseMessage: the subscription stands (10.7.5).
 *
 * @param subscription the node's number of it, unsigned 32 bits
 * @param maxInterval the longest time for which the node will be silent
 */
public record SubscribeResponse(long subscription, Duration maxInterval) implements InteractionMessage {

    static final int OPCODE = 0x04;

    static SubscribeResponse decode(TlvStructure in) throws DecodeException {
        return new SubscribeResponse(in.u32(0), Duration.ofSeconds(in.u16(2)));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.unsigned(0, subscription).unsigned(2, maxInterval.toSeconds());
    }
}
