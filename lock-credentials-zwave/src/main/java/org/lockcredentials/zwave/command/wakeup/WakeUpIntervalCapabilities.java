package org.lockcredentials.zwave.command.wakeup;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Wake Up CC v2 and v3, Interval Capabilities Get and Report (SDS13782 §4.44.3, §4.44.4, §4.45.1). */
public sealed interface WakeUpIntervalCapabilities extends Command {

    /** Wake Up Interval Capabilities Get (0x09). */
    record Get() implements WakeUpIntervalCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.WAKE_UP, 0x09, in -> new Get());

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
     * Wake Up Interval Capabilities Report (0x0A); all times in seconds.
     *
     * @param onDemand the node can be woken by a beam, since version 3
     */
    record Report(int minimum, int maximum, int standard, int step, boolean onDemand)
            implements WakeUpIntervalCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.WAKE_UP, 0x0A, Report::decode);

        public Report {
            Range.u24("minimum", minimum);
            Range.u24("maximum", maximum);
            Range.u24("default interval", standard);
            Range.u24("step", step);
        }

        /** The longest interval that the node takes and that is no longer than {@code seconds}; its shortest if there is none. */
        public int nearest(int seconds) {
            int within = Math.max(minimum, Math.min(seconds, maximum));
            return step == 0 ? within : within - (within - minimum) % step;
        }

        static Report decode(ByteReader in) throws DecodeException {
            return new Report(
                    (in.u8() << 16) | in.u16(),
                    (in.u8() << 16) | in.u16(),
                    (in.u8() << 16) | in.u16(),
                    (in.u8() << 16) | in.u16(),
                    !in.isEmpty() && (in.u8() & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(minimum >> 16).u16(minimum & 0xFFFF);
            out.u8(maximum >> 16).u16(maximum & 0xFFFF);
            out.u8(standard >> 16).u16(standard & 0xFFFF);
            out.u8(step >> 16).u16(step & 0xFFFF);
            out.u8(onDemand ? 1 : 0);
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
