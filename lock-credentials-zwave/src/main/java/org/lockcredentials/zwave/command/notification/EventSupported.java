package org.lockcredentials.zwave.command.notification;

import java.util.Set;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.BitMask;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Notification CC v3 to v8, Event Supported Get and Report (SDS13781 §4.74.9, §4.74.10). */
public sealed interface EventSupported extends Command {

    /** Event Supported Get (0x01). */
    record Get(NotificationType notificationType) implements EventSupported, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.NOTIFICATION, 0x01, Get::decode);

        static Get decode(ByteReader in) throws DecodeException {
            return new Get(new NotificationType(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(notificationType.code());
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
            return report.notificationType().equals(notificationType);
        }
    }

    /** Event Supported Report (0x02). */
    record Report(NotificationType notificationType, Set<Integer> events) implements EventSupported {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.NOTIFICATION, 0x02, Report::decode);

        public Report {
            events = Set.copyOf(events);
            events.forEach(each -> Range.check("event", each, 0, 247));
        }

        static Report decode(ByteReader in) throws DecodeException {
            NotificationType type = new NotificationType(in.u8());
            return new Report(type, BitMask.read(in, in.u8() & 0x1F, event -> event));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(notificationType.code()).u8(BitMask.length(events, event -> event));
            BitMask.write(out, events, event -> event);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
