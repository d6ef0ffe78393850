package org.lockcredentials.zwave.command.security0;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Security 0 CC v1, Nonce Get and Report (SDS13783 §3.5.2.1, §3.5.2.2). */
public sealed interface S0Nonce extends Command {

    /** Bytes of a nonce. */
    int LENGTH = 8;

    /** Nonce Get (0x40). */
    record Get() implements S0Nonce, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_0, 0x40, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /**
     * Nonce Report (0x80).
     *
     * @param nonce 8 bytes, of which the first is the nonce's identifier
     */
    record Report(Octets nonce) implements S0Nonce {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_0, 0x80, Report::decode);

        public Report {
            Range.check("length of nonce", nonce.length(), LENGTH, LENGTH);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(Octets.read(in, LENGTH));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            nonce.write(out);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
