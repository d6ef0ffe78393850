package org.lockcredentials.zwave.command.security2;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** Security 2 CC v1, Network Key Get, Report and Verify, and Transfer End (SDS13783 §3.6.7.6 to §3.6.7.9). */
public sealed interface S2NetworkKey extends Command {

    /** Bytes of a network key. */
    int LENGTH = 16;

    /**
     * Network Key Get (0x09).
     *
     * @param requestedKey mask with one bit by table 19
     */
    record Get(int requestedKey) implements S2NetworkKey, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.SECURITY_2, 0x09, in -> new Get(in.u8()));

        public Get {
            Range.u8("requested key", requestedKey);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(requestedKey);
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
     * Network Key Report (0x0A).
     *
     * @param grantedKey mask with one bit by table 19
     * @param key 16 bytes
     */
    record Report(int grantedKey, Secret key) implements S2NetworkKey {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.SECURITY_2, 0x0A, Report::decode);

        public Report {
            Range.u8("granted key", grantedKey);
            Range.length("network key", key, LENGTH, LENGTH);
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(in.u8(), SecretBytes.read(in, LENGTH));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(grantedKey);
            SecretBytes.write(out, key);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /** Network Key Verify (0x0B). */
    record Verify() implements S2NetworkKey {
        public static final CommandType<Verify> TYPE =
                CommandType.of(Verify.class, CommandClass.SECURITY_2, 0x0B, in -> new Verify());

        @Override
        public CommandType<Verify> type() {
            return TYPE;
        }
    }

    /**
     * Transfer End (0x0C).
     *
     * @param keyVerified said by the including node of each key
     * @param keyRequestComplete said by the joining node of all of them
     */
    record TransferEnd(boolean keyVerified, boolean keyRequestComplete) implements S2NetworkKey {
        public static final CommandType<TransferEnd> TYPE =
                CommandType.of(TransferEnd.class, CommandClass.SECURITY_2, 0x0C, TransferEnd::decode);

        static TransferEnd decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new TransferEnd((flags & 0x02) != 0, (flags & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((keyVerified ? 0x02 : 0) | (keyRequestComplete ? 0x01 : 0));
        }

        @Override
        public CommandType<TransferEnd> type() {
            return TYPE;
        }
    }
}
