package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Application Node Information (0x03): what the host's node says of itself (INS12350 §7.1).
 *
 * @param deviceOptions bit 0 listening, bit 1 optional functionality
 * @param commandClasses supported without security, at most 35
 */
public record ApplicationNodeInformation(int deviceOptions, int generic, int specific, List<Integer> commandClasses)
        implements Command {

    public ApplicationNodeInformation {
        commandClasses = List.copyOf(commandClasses);
    }

    @Override
    public FunctionId function() {
        return FunctionId.APPLICATION_NODE_INFORMATION;
    }

    @Override
    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(deviceOptions).u8(generic).u8(specific).u8(commandClasses.size());
        commandClasses.forEach(out::u8);
    }

    public static ApplicationNodeInformation decode(ByteReader in) throws DecodeException {
        return new ApplicationNodeInformation(in.u8(), in.u8(), in.u8(), Octets.list(in.bytes(in.u8())));
    }
}
