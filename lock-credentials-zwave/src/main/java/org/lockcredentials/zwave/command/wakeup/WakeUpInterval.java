package org.lockcredentials.zwave.command.wakeup;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Wake Up CC v1 to v3, Interval Set, Get and Report (SDS13782 §4.43.3 to §4.43.5, §4.44.2). */
public sealed interface WakeUpInterval extends Command {

    /**
     * Wake Up Interval Set (0x04).
     *
     * @param seconds 0 to 16,777,215, 0 for never
     * @param nodeId to which the node says that it is awake
     */
    record Set(int seconds, int nodeId) implements WakeUpInterval {
        public static final CommandType<Set> TYPE = CommandType.of(Set.class, CommandClass.WAKE_UP, 0x04, Set::decode);

        public Set {
            Range.u24("seconds", seconds);
            Range.u8("node id", nodeId);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set((in.u8() << 16) | in.u16(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(seconds >> 16).u16(seconds & 0xFFFF);
            out.u8(nodeId);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Wake Up Interval Get (0x05). */
    record Get() implements WakeUpInterval, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.WAKE_UP, 0x05, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Wake Up Interval Report (0x06). */
    record Report(int seconds, int nodeId) implements WakeUpInterval {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.WAKE_UP, 0x06, Report::decode);

        public Report {
            Range.u24("seconds", seconds);
            Range.u8("node id", nodeId);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report((in.u8() << 16) | in.u16(), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(seconds >> 16).u16(seconds & 0xFFFF);
            out.u8(nodeId);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
