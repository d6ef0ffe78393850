package org.lockcredentials.zwave.command.association;

import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Association CC v1 and v2, Set, Get, Report and Remove (SDS13782 §4.3.4 to §4.3.7, §4.4.4). */
public sealed interface Association extends Command {

    /** Association Set (0x01): adds nodes to a group. */
    record Set(int group, List<Integer> nodes) implements Association {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.ASSOCIATION, 0x01, Set::decode);

        public Set {
            Range.u8("group", group);
            nodes = List.copyOf(nodes);
            nodes.forEach(node -> Range.u8("node id", node));
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(in.u8(), Nodes.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
            Nodes.encode(out, nodes);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Association Get (0x02). */
    record Get(int group) implements Association, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ASSOCIATION, 0x02, Get::decode);

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
     * Association Report (0x03).
     *
     * @param maxNodes that the group can hold
     * @param reportsToFollow number of further reports with more nodes
     */
    record Report(int group, int maxNodes, int reportsToFollow, List<Integer> nodes) implements Association {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ASSOCIATION, 0x03, Report::decode);

        public Report {
            Range.u8("group", group);
            Range.u8("greatest number of nodes", maxNodes);
            Range.u8("reports to follow", reportsToFollow);
            nodes = List.copyOf(nodes);
            nodes.forEach(node -> Range.u8("node id", node));
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), in.u8(), in.u8(), Nodes.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group).u8(maxNodes).u8(reportsToFollow);
            Nodes.encode(out, nodes);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /**
     * Association Remove (0x04).
     *
     * @param group 0 for every group, since version 2
     * @param nodes none for every node
     */
    record Remove(int group, List<Integer> nodes) implements Association {
        public static final CommandType<Remove> TYPE =
                CommandType.of(Remove.class, CommandClass.ASSOCIATION, 0x04, Remove::decode);

        public Remove {
            Range.u8("group", group);
            nodes = List.copyOf(nodes);
            nodes.forEach(node -> Range.u8("node id", node));
        }

        static Remove decode(ByteReader in) throws DecodeException {
            return new Remove(in.u8(), Nodes.decode(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(group);
            Nodes.encode(out, nodes);
        }

        @Override
        public CommandType<Remove> type() {
            return TYPE;
        }
    }
}
