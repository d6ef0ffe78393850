package org.lockcredentials.zwave.command.battery;

import java.math.BigDecimal;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SignedValue;

/** Battery CC v2, Health Get and Report (SDS13782 §4.11.4, §4.11.5). */
public sealed interface BatteryHealth extends Command {

    /** Battery Health Get (0x04). */
    record Get() implements BatteryHealth, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.BATTERY, 0x04, in -> new Get());

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
     * Battery Health Report (0x05).
     *
     * @param maximumCapacity 0 to 100 percent, 0xFF if unknown
     * @param temperature in degrees Celsius, empty if unknown
     */
    record Report(int maximumCapacity, Optional<BigDecimal> temperature) implements BatteryHealth {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.BATTERY, 0x05, Report::decode);

        public Report {
            Range.u8("maximum capacity", maximumCapacity);
            temperature.ifPresent(value -> Range.check("precision", value.scale(), 0, 7));
        }

        static Report decode(ByteReader in) throws DecodeException {
            int capacity = in.u8();
            int format = in.u8();
            int size = format & 0x07;
            return new Report(
                    capacity,
                    size == 0
                            ? Optional.empty()
                            : Optional.of(BigDecimal.valueOf(SignedValue.decode(in, size), format >> 5)));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(maximumCapacity);
            if (temperature.isEmpty()) {
                out.u8(0);
                return;
            }
            int value = temperature.get().unscaledValue().intValueExact();
            int size = SignedValue.size(value);
            out.u8(temperature.get().scale() << 5 | size);
            SignedValue.encode(out, value, size);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
