package org.lockcredentials.zwave.serialapi.function;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Memory Get ID (0x20), the response (INS13954 §4.3.8.1): the network's home id and the controller's own node id. */
public record NetworkIds(long homeId, int nodeId) {

    static NetworkIds decode(ByteReader in, NodeIdBase base) throws DecodeException {
        return new NetworkIds(in.u32(), base.read(in));
    }

    public void encode(ByteWriter out, NodeIdBase base) {
        base.write(out.u32(homeId), nodeId);
    }
}
