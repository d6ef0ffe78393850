package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * A node information frame as callbacks carry it: node id, length, device classes, command classes.
 *
 * @param commandClasses as in the frame, marks and extended ones included; 0xEF ends those that are supported
 */
public record NodeInformation(int nodeId, int basic, int generic, int specific, List<Integer> commandClasses) {

    public NodeInformation {
        commandClasses = List.copyOf(commandClasses);
    }

    static NodeInformation decode(ByteReader in, NodeIdBase base) throws DecodeException {
        int nodeId = base.read(in);
        ByteReader frame = in.slice(in.u8());
        return new NodeInformation(nodeId, frame.u8(), frame.u8(), frame.u8(), Octets.list(frame.rest()));
    }

    void encode(ByteWriter out, NodeIdBase base) {
        base.write(out, nodeId);
        out.u8(3 + commandClasses.size()).u8(basic).u8(generic).u8(specific);
        commandClasses.forEach(out::u8);
    }
}
