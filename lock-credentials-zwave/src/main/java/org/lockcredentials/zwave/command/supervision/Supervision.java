package org.lockcredentials.zwave.command.supervision;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** Supervision CC v1 and v2 (SDS13783 §3.7, §3.8). */
public sealed interface Supervision extends Command {

    /**
     * Supervision Get (0x01): runs the command it carries and asks for its status.
     *
     * @param sessionId 0 to 63, not that of the last session with the same node
     * @param statusUpdates whether reports may follow the first one
     * @param command the whole command that is carried
     */
    record Get(int sessionId, boolean statusUpdates, Secret command) implements Supervision, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.sensitive(Get.class, CommandClass.SUPERVISION, 0x01, Get::decode);

        public Get {
            Range.check("session id", sessionId, 0, 63);
            Range.length("supervised command", command, 1, 255);
        }

        /** Carries {@code command}, encoded. */
        public static Get of(int sessionId, boolean statusUpdates, Command command) {
            return new Get(sessionId, statusUpdates, SecretBytes.of(command));
        }

        static Get decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Get(flags & 0x3F, (flags & 0x80) != 0, SecretBytes.read(in, in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((statusUpdates ? 0x80 : 0) | sessionId).u8(command.length());
            SecretBytes.write(out, command);
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
            return report.sessionId() == sessionId;
        }
    }

    /**
     * Supervision Report (0x02).
     *
     * @param sessionId that of the Get
     * @param moreUpdates whether another report follows
     * @param wakeUpRequest whether the sender asks to be woken, since version 2
     * @param duration until the next status, meaningful while it is working
     */
    record Report(
            int sessionId,
            boolean moreUpdates,
            boolean wakeUpRequest,
            SupervisionStatus status,
            ActuatorDuration duration)
            implements Supervision {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.SUPERVISION, 0x02, Report::decode);

        public Report {
            Range.check("session id", sessionId, 0, 63);
        }

        static Report decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Report(
                    flags & 0x3F,
                    (flags & 0x80) != 0,
                    (flags & 0x40) != 0,
                    new SupervisionStatus(in.u8()),
                    new ActuatorDuration(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((moreUpdates ? 0x80 : 0) | (wakeUpRequest ? 0x40 : 0) | sessionId)
                    .u8(status.code())
                    .u8(duration.code());
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
