package org.lockcredentials.matter.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The part of a message that says what the rest is for, section 4.4.3.
 *
 * @param initiator true if the sender opened the exchange
 * @param reliable true if the sender wants an acknowledgement
 * @param opcode 0 to 255
 * @param exchangeId 0 to 65,535
 * @param acknowledged the counter of the message that this one acknowledges
 */
public record ProtocolHeader(
        boolean initiator,
        boolean reliable,
        int opcode,
        int exchangeId,
        ProtocolId protocol,
        OptionalLong acknowledged) {

    private static final int INITIATOR = 0x01;
    private static final int ACKNOWLEDGES = 0x02;
    private static final int RELIABLE = 0x04;
    private static final int EXTENDED = 0x08;
    private static final int VENDOR = 0x10;

    /** Bytes of {@link #write}. */
    int size() {
        return 6 + (protocol.vendor() == 0 ? 0 : 2) + (acknowledged.isPresent() ? 4 : 0);
    }

    void write(ByteBuffer to) {
        int flags = (initiator ? INITIATOR : 0)
                | (acknowledged.isPresent() ? ACKNOWLEDGES : 0)
                | (reliable ? RELIABLE : 0)
                | (protocol.vendor() == 0 ? 0 : VENDOR);
        to.order(ByteOrder.LITTLE_ENDIAN).put((byte) flags).put((byte) opcode).putShort((short) exchangeId);
        if (protocol.vendor() != 0) {
            to.putShort((short) protocol.vendor());
        }
        to.putShort((short) protocol.number());
        acknowledged.ifPresent(counter -> to.putInt((int) counter));
    }

    /** Reads the header and steps over its extensions. */
    static ProtocolHeader read(WireReader reader) throws DecodeException {
        int flags = reader.u8();
        int opcode = reader.u8();
        int exchangeId = reader.u16();
        int vendor = (flags & VENDOR) == 0 ? 0 : reader.u16();
        ProtocolId protocol = new ProtocolId(vendor, reader.u16());
        OptionalLong acknowledged = (flags & ACKNOWLEDGES) == 0 ? OptionalLong.empty() : OptionalLong.of(reader.u32());
        if ((flags & EXTENDED) != 0) {
            reader.skip(reader.u16());
        }
        return new ProtocolHeader(
                (flags & INITIATOR) != 0, (flags & RELIABLE) != 0, opcode, exchangeId, protocol, acknowledged);
    }
}
