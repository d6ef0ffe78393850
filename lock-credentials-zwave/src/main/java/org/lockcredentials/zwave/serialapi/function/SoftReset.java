package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteWriter;

/** Serial API Soft Reset (0x08): no response, but {@link Started} from modules that send it (INS12350 §7.12). */
public record SoftReset() implements Command {

    @Override
    public FunctionId function() {
        return FunctionId.SOFT_RESET;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {}
}
