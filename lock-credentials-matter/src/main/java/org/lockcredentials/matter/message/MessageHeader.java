package org.lockcredentials.matter.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * The part of a unicast message that everybody can read, section 4.4.1.
 *
 * @param sessionId the receiver's number of the session, 0 for the unsecured one
 * @param securityFlags as on the wire; they are part of the nonce
 * @param counter 0 to 4,294,967,295
 */
public record MessageHeader(
        int sessionId, int securityFlags, long counter, OptionalLong source, OptionalLong destination) {

    private static final int DESTINATION_NODE = 0x01;
    private static final int DESTINATION_GROUP = 0x02;
    private static final int SOURCE_NODE = 0x04;
    private static final int VERSION = 0xF0;

    private static final int EXTENDED = 0x20;

    /** A header as this controller writes it: without privacy and without extensions. */
    public static MessageHeader of(int sessionId, long counter, OptionalLong source, OptionalLong destination) {
        return new MessageHeader(sessionId, 0, counter, source, destination);
    }

    /** A header of a secure unicast session, where both nodes are known from the session. */
    public static MessageHeader of(int sessionId, long counter) {
        return of(sessionId, counter, OptionalLong.empty(), OptionalLong.empty());
    }

    public byte[] encode() {
        int size = 8 + (source.isPresent() ? 8 : 0) + (destination.isPresent() ? 8 : 0);
        int flags = (source.isPresent() ? SOURCE_NODE : 0) | (destination.isPresent() ? DESTINATION_NODE : 0);
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) flags)
                .putShort((short) sessionId)
                .put((byte) securityFlags)
                .putInt((int) counter);
        source.ifPresent(bytes::putLong);
        destination.ifPresent(bytes::putLong);
        return bytes.array();
    }

    /**
     * Reads the header and steps over its extensions.
     *
     * @throws DecodeException also for what no controller is sent: another version, a group, a control message, or privacy,
     *     which is for groups only
     */
    public static MessageHeader decode(WireReader reader) throws DecodeException {
        int flags = reader.u8();
        if ((flags & VERSION) != 0) {
            throw new DecodeException("version " + (flags >> 4) + " is not known");
        }
        int sessionId = reader.u16();
        int security = reader.u8();
        if ((flags & DESTINATION_GROUP) != 0 || (security & ~EXTENDED) != 0) {
            throw new DecodeException("flags " + flags + " and " + security + " are not of a unicast data message");
        }
        long counter = reader.u32();
        OptionalLong source = node(reader, flags & SOURCE_NODE);
        OptionalLong destination = node(reader, flags & DESTINATION_NODE);
        if ((security & EXTENDED) != 0) {
            reader.skip(reader.u16());
        }
        return new MessageHeader(sessionId, security, counter, source, destination);
    }

    private static OptionalLong node(WireReader reader, int present) throws DecodeException {
        return present == 0 ? OptionalLong.empty() : OptionalLong.of(reader.u64());
    }
}
