package org.lockcredentials.zwave.command.security0;

import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Security 0 CC v1, Security Scheme Get, Report and Inherit (SDS13783 §3.5.3.2, §3.5.3.3, §3.5.3.6). */
public sealed interface S0Scheme extends Command {

    /** The one scheme there is, which is told of by a bit that is not set. */
    int SECURITY_0 = 0x00;

    /** Security Scheme Get (0x04). */
    record Get(int schemes) implements S0Scheme, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_0, 0x04, in -> new Get(in.u8()));

        public Get {
            Range.u8("schemes", schemes);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schemes);
        }

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Security Scheme Report (0x05). */
    record Report(int schemes) implements S0Scheme {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_0, 0x05, in -> new Report(in.u8()));

        public Report {
            Range.u8("schemes", schemes);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schemes);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /** Security Scheme Inherit (0x08), to a node that is a controller. */
    record Inherit(int schemes) implements S0Scheme, Request<Report> {
        public static final CommandType<Inherit> TYPE =
                CommandType.of(Inherit.class, CommandClass.SECURITY_0, 0x08, in -> new Inherit(in.u8()));

        public Inherit {
            Range.u8("schemes", schemes);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(schemes);
        }

        @Override
        public CommandType<Inherit> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }
}
