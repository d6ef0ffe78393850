package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteWriter;

/** Send Data Abort (0x16): ends the transmission under way, whose callback then comes at once (INS13954 §4.3.3.7). */
public record SendDataAbort() implements Command {

    @Override
    public FunctionId function() {
        return FunctionId.SEND_DATA_ABORT;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {}
}
