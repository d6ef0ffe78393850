package org.lockcredentials.zwave.serialapi.function;

import java.util.List;
import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Application Command Handler (0x04) and its bridge variant (0xA8): a command that a node sent (INS13954 §4.3.1.5 and §4.3.1.9).
 *
 * @param destination the controller's node it was for, where the variant says so
 * @param multicast the nodes of a multicast frame, where the variant says so
 * @param rssi of the frame in dBm, where it was measured
 */
public record ApplicationCommand(
        RxStatus rxStatus,
        int source,
        OptionalInt destination,
        Payload command,
        List<Integer> multicast,
        OptionalInt rssi) {

    /** From here on the value is an error code (INS13954 table 7, RSSI Encoding). */
    private static final int FIRST_RSSI_ERROR = 0x7D;

    public ApplicationCommand {
        multicast = List.copyOf(multicast);
    }

    public FunctionId function() {
        return destination.isPresent()
                ? FunctionId.APPLICATION_COMMAND_HANDLER_BRIDGE
                : FunctionId.APPLICATION_COMMAND_HANDLER;
    }

    public static ApplicationCommand decode(ByteReader in, NodeIdBase base) throws DecodeException {
        RxStatus rxStatus = new RxStatus(in.u8());
        int source = base.read(in);
        Payload command = Payload.decode(in);
        return new ApplicationCommand(rxStatus, source, OptionalInt.empty(), command, List.of(), rssi(in));
    }

    public static ApplicationCommand decodeBridge(ByteReader in, NodeIdBase base) throws DecodeException {
        RxStatus rxStatus = new RxStatus(in.u8());
        int destination = base.read(in);
        int source = base.read(in);
        Payload command = Payload.decode(in);
        List<Integer> multicast = in.isEmpty() ? List.of() : multicast(in);
        return new ApplicationCommand(rxStatus, source, OptionalInt.of(destination), command, multicast, rssi(in));
    }

    public void encode(ByteWriter out, NodeIdBase base) {
        out.u8(rxStatus.flags());
        destination.ifPresent(node -> base.write(out, node));
        base.write(out, source);
        command.encode(out);
        if (destination.isPresent()) {
            out.u8(multicast.isEmpty() ? 0 : NodeMask.LENGTH);
            out.bytes(multicast.isEmpty() ? new byte[0] : NodeMask.encode(multicast, NodeMask.LENGTH));
        }
        out.u8(rssi.orElse(0x7F) & 0xFF);
    }

    private static List<Integer> multicast(ByteReader in) throws DecodeException {
        // The upper bits are the offset of the mask, which is none for the network's 232 nodes.
        return NodeMask.decode(in.bytes(in.u8() & 0x1F));
    }

    private static OptionalInt rssi(ByteReader in) throws DecodeException {
        if (in.isEmpty()) {
            return OptionalInt.empty();
        }
        int value = (byte) in.u8();
        return value >= FIRST_RSSI_ERROR ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
