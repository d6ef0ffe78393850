package org.lockcredentials.zwave.command.battery;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Battery CC v1 to v3, Get and Report (SDS13782 §4.10, §4.11.3, §4.12.1). */
public sealed interface Battery extends Command {

    /** Battery Get (0x02). */
    record Get() implements Battery, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.BATTERY, 0x02, in -> new Get());

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
     * Battery Report (0x03).
     *
     * @param level 0 to 100 percent, or {@link #LOW} without a number
     * @param state since version 2
     */
    record Report(int level, Optional<BatteryState> state) implements Battery {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.BATTERY, 0x03, Report::decode);

        public Report {
            Range.u8("battery level", level);
        }

        /** The battery is low; how low is not told. */
        public static final int LOW = 0xFF;

        static Report decode(ByteReader in) throws DecodeException {
            int level = in.u8();
            return new Report(level, in.remaining() < 2 ? Optional.empty() : Optional.of(BatteryState.decode(in)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(level);
            state.ifPresent(each -> each.encode(out));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
