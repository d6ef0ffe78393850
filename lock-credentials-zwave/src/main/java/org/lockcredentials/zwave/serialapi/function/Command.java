package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteWriter;

/** A function that the host calls. */
public interface Command {

    FunctionId function();

    /** Writes the parameters. */
    void encode(ByteWriter out, NodeIdBase base);
}
