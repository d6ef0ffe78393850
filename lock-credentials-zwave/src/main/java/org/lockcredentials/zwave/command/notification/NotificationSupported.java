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

/** Notification CC v2 to v8, Supported Get and Report (SDS13781 §4.74.7, §4.74.8). */
public sealed interface NotificationSupported extends Command {

    /** Notification Supported Get (0x07). */
    record Get() implements NotificationSupported, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.NOTIFICATION, 0x07, in -> new Get());

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
     * Notification Supported Report (0x08).
     *
     * @param alarms version 1 alarm types are sent too
     */
    record Report(boolean alarms, Set<NotificationType> types) implements NotificationSupported {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.NOTIFICATION, 0x08, Report::decode);

        public Report {
            types = Set.copyOf(types);
            types.forEach(each -> Range.check("notification type", each.code(), 0, 247));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int flags = in.u8();
            return new Report((flags & 0x80) != 0, BitMask.read(in, flags & 0x1F, NotificationType::new));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8((alarms ? 0x80 : 0) | BitMask.length(types, NotificationType::code));
            BitMask.write(out, types, NotificationType::code);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
