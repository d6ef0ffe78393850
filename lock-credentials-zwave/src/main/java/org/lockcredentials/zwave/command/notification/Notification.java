package org.lockcredentials.zwave.command.notification;

import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/**
 * Alarm CC v1 and v2, Notification CC v3 to v8: Get, Report and Set (SDS13781 §4.1, §4.2, §4.74.4 to §4.74.6).
 */
public sealed interface Notification extends Command {

    /**
     * Notification Get (0x04).
     *
     * @param alarmType a version 1 alarm type, 0 if the notification type is given
     * @param notificationType since version 2
     * @param event of that type, 0 for the first, since version 3
     */
    record Get(int alarmType, Optional<NotificationType> notificationType, OptionalInt event)
            implements Notification, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.NOTIFICATION, 0x04, Get::decode);

        public Get {
            Range.u8("alarm type", alarmType);
            event.ifPresent(value -> Range.u8("event", value));
            if (event.isPresent() && notificationType.isEmpty()) {
                throw new IllegalArgumentException("an event needs its notification type");
            }
        }

        static Get decode(ByteReader in) throws DecodeException {
            int alarmType = in.u8();
            Optional<NotificationType> type =
                    in.isEmpty() ? Optional.empty() : Optional.of(new NotificationType(in.u8()));
            return new Get(alarmType, type, in.isEmpty() ? OptionalInt.empty() : OptionalInt.of(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(alarmType);
            notificationType.ifPresent(each -> out.u8(each.code()));
            event.ifPresent(out::u8);
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
            return report.event().map(NotificationEvent::type).equals(notificationType)
                    || notificationType
                            .filter(NotificationType.REQUEST_PENDING::equals)
                            .isPresent();
        }
    }

    /**
     * Notification Report (0x05).
     *
     * @param alarmType of version 1, defined by the manufacturer, 0 if not used
     * @param alarmLevel of version 1; locks put the user there, beside the alarm type or the event
     * @param event empty in a version 1 report
     */
    record Report(int alarmType, int alarmLevel, Optional<NotificationEvent> event) implements Notification {
        public static final CommandType<Report> TYPE =
                CommandType.sensitive(Report.class, CommandClass.NOTIFICATION, 0x05, Report::decode);

        public Report {
            Range.u8("alarm type", alarmType);
            Range.u8("alarm level", alarmLevel);
        }

        /** Fewer bytes than this after the level are no event. */
        private static final int EVENT_LENGTH = 5;

        static Report decode(ByteReader in) throws DecodeException {
            int alarmType = in.u8();
            int alarmLevel = in.u8();
            return new Report(
                    alarmType,
                    alarmLevel,
                    in.remaining() < EVENT_LENGTH ? Optional.empty() : Optional.of(NotificationEvent.decode(in)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(alarmType).u8(alarmLevel);
            event.ifPresent(each -> each.encode(out));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }

    /** Notification Set (0x06): switches a type on or off, or takes a pending notification away. */
    record Set(NotificationType notificationType, int status) implements Notification {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.NOTIFICATION, 0x06, Set::decode);

        public Set {
            Range.u8("status", status);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(new NotificationType(in.u8()), in.u8());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(notificationType.code());
            out.u8(status);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }
}
