package org.lockcredentials.zwave.security.s2;

import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.security2.S2Message;

/** What Security 2 authenticates besides the ciphertext (SDS13783 §3.6.4.5.1). */
final class AssociatedData {

    private static final int LAST_SHORT_NODE_ID = 0xFF;

    private AssociatedData() {}

    static byte[] of(int homeId, int senderNodeId, int destination, S2Message message) {
        ByteWriter out = new ByteWriter();
        if (senderNodeId > LAST_SHORT_NODE_ID || destination > LAST_SHORT_NODE_ID) {
            out.u16(senderNodeId).u16(destination);
        } else {
            out.u8(senderNodeId).u8(destination);
        }
        out.u32(Integer.toUnsignedLong(homeId)).u16(message.length());
        message.encodeHeader(out);
        return out.takeBytes();
    }
}
