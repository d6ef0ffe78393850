package org.lockcredentials.zwave.command.association;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Multi Channel Association CC v2 and v3, Set, Get, Report and Remove (SDS13782, Multi Channel Association). */
public sealed interface MultiChannelAssociation extends Command {

    /** Multi Channel Association Set (0x01): adds destinations to a group. */
    record Set(int group, Destinations destinations) implements MultiChannelAssociation {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.MULTI_CHANNEL_ASSOCIATION, 0x01, Set::decode);

        public Set {
            Range.u8("group", group);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u8(), Destinations.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
            destinations.encode(out);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Multi Channel Association Get (0x02). */
    record Get(int group) implements MultiChannelAssociation, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.MULTI_CHANNEL_ASSOCIATION, 0x02, Get::decode);

        public Get {
            Range.u8("group", group);
        }

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
        }

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }

        @Override
        public boolean answeredBy(Report report) {
            return report.group() == group;
        }
    }

    /**
     * Multi Channel Association Report (0x03).
     *
     * @param maxNodes the number of destinations that the group can hold
     * @param reportsToFollow number of further reports with more destinations
     */
    record Report(int group, int maxNodes, int reportsToFollow, Destinations destinations)
            implements MultiChannelAssociation {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.MULTI_CHANNEL_ASSOCIATION, 0x03, Report::decode);

        public Report {
            Range.u8("group", group);
            Range.u8("greatest number of nodes", maxNodes);
            Range.u8("reports to follow", reportsToFollow);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), in.u8(), Destinations.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group).u8(maxNodes).u8(reportsToFollow);
            destinations.encode(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /** Multi Channel Association Remove (0x04): takes destinations out of a group, all of them if none is named. */
    record Remove(int group, Destinations destinations) implements MultiChannelAssociation {
        public static final CommandType<Remove> TYPE =
                CommandType.of(Remove.class, CommandClass.MULTI_CHANNEL_ASSOCIATION, 0x04, Remove::decode);

        public Remove {
            Range.u8("group", group);
        }

        static Remove decode(ByteReader in) throws DecodeException {
            return new Remove(in.u8(), Destinations.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
            destinations.encode(out);
        }

        @Override
        public CommandType<Remove> type() {
            return TYPE;
        }
    }
}
