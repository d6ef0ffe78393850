package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * Who changed a user or a credential last.
 *
 * @param nodeId the Z-Wave node that did, 0 if it was none
 */
public record Modifier(ModifierType type, int nodeId) {

    public Modifier {
        Range.u16("modifier node id", nodeId);
    }

    static Modifier decode(ByteReader in) throws DecodeException {
        return new Modifier(new ModifierType(in.u8()), in.u16());
    }

    void encode(ByteWriter out) {
        out.u8(type.code()).u16(nodeId);
    }
}
