package org.lockcredentials.zwave.command.activeschedule;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Active Schedule CC v1, Capabilities Get and Report. */
public sealed interface ScheduleCapabilities extends Command {

    /** Active Schedule Capabilities Get (0x01). */
    record Get() implements ScheduleCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.ACTIVE_SCHEDULE, 0x01, in -> new Get());

        @Override
        public CommandType<Get> type() {
            return TYPE;
        }

        @Override
        public CommandType<Report> answerType() {
            return Report.TYPE;
        }
    }

    /** Active Schedule Capabilities Report (0x02). */
    record Report(List<ScheduleCapability> targets) implements ScheduleCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.ACTIVE_SCHEDULE, 0x02, Report::decode);

        public Report {
            targets = List.copyOf(targets);
            Range.u8("number of target command classes", targets.size());
        }

        static Report decode(ByteReader in) throws DecodeException {
            int count = in.u8();
            ByteReader classes = in.slice(count);
            ByteReader numbers = in.slice(2 * count);
            ByteReader yearDays = in.slice(2 * count);
            ByteReader dailies = in.slice(2 * count);
            List<ScheduleCapability> targets = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                targets.add(new ScheduleCapability(classes.u8(), numbers.u16(), yearDays.u16(), dailies.u16()));
            }
            return new Report(targets);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(targets.size());
            targets.forEach(each -> out.u8(each.commandClass()));
            targets.forEach(each -> out.u16(each.targets()));
            targets.forEach(each -> out.u16(each.yearDaySlots()));
            targets.forEach(each -> out.u16(each.dailyRepeatingSlots()));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
