package org.lockcredentials.zwave.command.security2;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Security 2 CC v1, Nonce Get and Report (SDS13783 §3.6.5.3.1, §3.6.5.3.2). */
public sealed interface S2Nonce extends Command {

    /** Bytes of entropy that one side contributes. */
    int ENTROPY = 16;

    /**
     * Nonce Get (0x01).
     *
     * @param sequenceNumber 0 to 255, one more than that of the last message
     */
    record Get(int sequenceNumber) implements S2Nonce, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_2, 0x01, in -> new Get(in.u8()));

        public Get {
            Range.u8("sequence number", sequenceNumber);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(sequenceNumber);
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

    /**
     * Nonce Report (0x02).
     *
     * @param sequenceNumber 0 to 255
     * @param multicastOutOfSync whether the sender lacks the multicast state of the last follow-up (MOS)
     * @param receiverEntropy 16 bytes if the sender lacks a singlecast state (SOS), else empty
     */
    record Report(int sequenceNumber, boolean multicastOutOfSync, Optional<Octets> receiverEntropy) implements S2Nonce {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SECURITY_2, 0x02, Report::decode);

        public Report {
            Range.u8("sequence number", sequenceNumber);
            Range.check("flags", (multicastOutOfSync ? 2 : 0) + (receiverEntropy.isPresent() ? 1 : 0), 1, 3);
            receiverEntropy.ifPresent(each -> Range.check("length of entropy", each.length(), ENTROPY, ENTROPY));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int sequenceNumber = in.u8();
            int flags = in.u8();
            boolean outOfSync = (flags & 0x01) != 0;
            return new Report(
                    sequenceNumber,
                    (flags & 0x02) != 0,
                    outOfSync ? Optional.of(Octets.read(in, ENTROPY)) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(sequenceNumber).u8((multicastOutOfSync ? 0x02 : 0) | (receiverEntropy.isPresent() ? 0x01 : 0));
            receiverEntropy.ifPresent(each -> each.write(out));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
