package org.lockcredentials.matter.interaction;

import java.time.Duration;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * SubscribeRequestMessage (10.7.4).
 *
 * @param keepOthers whether the node keeps earlier subscriptions of this controller
 * @param minInterval least time between reports, 0 to 65,535 s
 * @param maxInterval longest silence, 0 to 65,535 s; the node may take more
 */
public record SubscribeRequest(boolean keepOthers, Duration minInterval, Duration maxInterval, Wanted wanted)
        implements InteractionMessage {

    static final int OPCODE = 0x03;
    private static final Wanted.Tags TAGS = new Wanted.Tags(3, 4, 5, 7, 8);

    static SubscribeRequest decode(TlvStructure in) throws DecodeException {
        return new SubscribeRequest(
                in.bool(0), Duration.ofSeconds(in.u16(1)), Duration.ofSeconds(in.u16(2)), Wanted.decode(in, TAGS));
    }

    @Override
    public int opcode() {
        return OPCODE;
    }

    @Override
    public void fields(TlvWriter out) {
        out.bool(0, keepOthers).unsigned(1, minInterval.toSeconds()).unsigned(2, maxInterval.toSeconds());
        wanted.encode(out, TAGS);
    }
}
