package org.lockcredentials.zwave.command.transportservice;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;

/** Transport Service CC v2, what the receiver of segments answers (SDS13783 §3.10.2). */
public sealed interface SegmentControl extends Command {

    /**
     * Segment Request (0xC8): what begins at {@code offset} is missing.
     *
     * @param sessionId 0 to 15
     * @param offset 0 to 2047
     */
    record Request(int sessionId, int offset) implements SegmentControl {
        public static final CommandType<Request> TYPE =
                CommandType.of(Request.class, CommandClass.TRANSPORT_SERVICE, 0xC8, Request::decode);

        public Request {
            Range.check("session id", sessionId, 0, 15);
            Range.check("offset", offset, 0, Segment.MAXIMUM_DATAGRAM);
        }

        static Request decode(ByteReader in) throws DecodeException {
            int fields = in.u16();
            return new Request(fields >> 12, fields & 0x7FF);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u16(sessionId << 12 | offset);
        }

        @Override
        public CommandType<Request> type() {
            return TYPE;
        }
    }

    /**
     * Segment Complete (0xE8): the whole datagram has come.
     *
     * @param sessionId 0 to 15
     */
    record Complete(int sessionId) implements SegmentControl {
        public static final CommandType<Complete> TYPE =
                CommandType.of(Complete.class, CommandClass.TRANSPORT_SERVICE, 0xE8, Complete::decode);

        public Complete {
            Range.check("session id", sessionId, 0, 15);
        }

        static Complete decode(ByteReader in) throws DecodeException {
            return new Complete(in.u8() >> 4);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(sessionId << 4);
        }

        @Override
        public CommandType<Complete> type() {
            return TYPE;
        }
    }

    /**
     * Segment Wait (0xF0): begin again later.
     *
     * @param pendingSegments segments of another datagram that are to come before, 0 if no session is open
     */
    record Wait(int pendingSegments) implements SegmentControl {
        public static final CommandType<Wait> TYPE =
                CommandType.of(Wait.class, CommandClass.TRANSPORT_SERVICE, 0xF0, Wait::decode);

        public Wait {
            Range.u8("pending segments", pendingSegments);
        }

        static Wait decode(ByteReader in) throws DecodeException {
            return new Wait(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(pendingSegments);
        }

        @Override
        public CommandType<Wait> type() {
            return TYPE;
        }
    }
}
