package org.lockcredentials.zwave.command.transportservice;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * Transport Service CC v2, First Segment (0xC0) and Subsequent Segment (0xE0): a part of a datagram (SDS13783 §3.10).
 *
 * <p>The three low bits of the command are the high ones of the datagram's size, so each is eight commands. Header extensions are
 * skipped, since none is defined.
 */
public sealed interface Segment extends Command {

    /** The most bytes of a datagram that a segment may carry. */
    int MAXIMUM_PAYLOAD = 39;

    /** The longest datagram that can be told of. */
    int MAXIMUM_DATAGRAM = 0x7FF;

    /** Bytes of the whole datagram, 1 to 2047. */
    int datagramSize();

    /** 0 to 15, chosen by the sender. */
    int sessionId();

    /** Where the payload begins in the datagram. */
    int offset();

    /** 1 to 39 bytes of the datagram. */
    Secret payload();

    /** The segment that begins a datagram. */
    record First(int datagramSize, int sessionId, Secret payload) implements Segment {
        /** By the high bits of the datagram's size. */
        public static final List<CommandType<First>> TYPES = IntStream.range(0, 8)
                .mapToObj(high -> CommandType.sensitive(First.class, CommandClass.TRANSPORT_SERVICE, 0xC0 | high, in ->
                        (First) Segment.decode(0xC0 | high, in)))
                .toList();

        public First {
            Segment.check(datagramSize, sessionId, 0, payload);
        }

        @Override
        public int offset() {
            return 0;
        }

        @Override
        public void encodeFields(ByteWriter out) {
            ByteWriter fields = new ByteWriter().u8(datagramSize & 0xFF).u8(sessionId << 4);
            SecretBytes.write(fields, payload);
            FrameCheck.write(out, type().command(), fields.takeBytes());
        }

        @Override
        public CommandType<First> type() {
            return TYPES.get(datagramSize >> 8);
        }
    }

    /** A segment that is not the first; one that begins at 0 repeats what the first one carried. */
    record Subsequent(int datagramSize, int sessionId, int offset, Secret payload) implements Segment {
        /** By the high bits of the datagram's size. */
        public static final List<CommandType<Subsequent>> TYPES = IntStream.range(0, 8)
                .mapToObj(high ->
                        CommandType.sensitive(Subsequent.class, CommandClass.TRANSPORT_SERVICE, 0xE0 | high, in ->
                                (Subsequent) Segment.decode(0xE0 | high, in)))
                .toList();

        public Subsequent {
            Segment.check(datagramSize, sessionId, offset, payload);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            ByteWriter fields = new ByteWriter()
                    .u8(datagramSize & 0xFF)
                    .u8(sessionId << 4 | offset >> 8)
                    .u8(offset & 0xFF);
            SecretBytes.write(fields, payload);
            FrameCheck.write(out, type().command(), fields.takeBytes());
        }

        @Override
        public CommandType<Subsequent> type() {
            return TYPES.get(datagramSize >> 8);
        }
    }

    private static Segment decode(int command, ByteReader in) throws DecodeException {
        byte[] fields = in.bytes(in.remaining() - FrameCheck.LENGTH);
        FrameCheck.check(command, fields, in.u16());
        ByteReader reader = ByteReader.of(fields);
        int size = (command & 0x07) << 8 | reader.u8();
        int flags = reader.u8();
        boolean first = (command & 0xF8) == 0xC0;
        int offset = first ? 0 : (flags & 0x07) << 8 | reader.u8();
        if ((flags & 0x08) != 0) {
            reader.skip(reader.u8());
        }
        Secret payload = SecretBytes.rest(reader);
        Arrays.fill(fields, (byte) 0);
        return first ? new First(size, flags >> 4, payload) : new Subsequent(size, flags >> 4, offset, payload);
    }

    private static void check(int size, int sessionId, int offset, Secret payload) {
        Range.check("datagram size", size, 1, MAXIMUM_DATAGRAM);
        Range.check("session id", sessionId, 0, 15);
        Range.length("payload", payload, 1, MAXIMUM_PAYLOAD);
        Range.check("end of the segment", offset + payload.length(), 1, size);
    }
}
