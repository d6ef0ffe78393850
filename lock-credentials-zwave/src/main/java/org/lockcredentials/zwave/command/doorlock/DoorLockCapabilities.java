package org.lockcredentials.zwave.command.doorlock;

import java.util.ArrayList;
import java.util.List;
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

/** Door Lock CC v4, Capabilities Get and Report (SDS13781 §4.39.2, §4.39.3). */
public sealed interface DoorLockCapabilities extends Command {

    /** Door Lock Capabilities Get (0x07). */
    record Get() implements DoorLockCapabilities, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.DOOR_LOCK, 0x07, in -> new Get());

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
     * Door Lock Capabilities Report (0x08).
     *
     * @param operationTypes 1 constant, 2 timed
     * @param outsideHandles bit mask of the outside handles there are
     * @param insideHandles bit mask of the inside handles there are
     * @param components bit mask of the parts with a sensor: bit 0 door, bit 1 bolt, bit 2 latch
     */
    record Report(
            Set<Integer> operationTypes,
            List<DoorLockMode> modes,
            int outsideHandles,
            int insideHandles,
            int components,
            boolean autoRelock,
            boolean holdAndRelease,
            boolean twistAssist,
            boolean blockToBlock)
            implements DoorLockCapabilities {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.DOOR_LOCK, 0x08, Report::decode);

        public Report {
            Range.check("outside handles", outsideHandles, 0, 15);
            Range.check("inside handles", insideHandles, 0, 15);
            Range.u8("door components", components);
            operationTypes = Set.copyOf(operationTypes);
            operationTypes.forEach(each -> Range.check("operation type", each, 0, 247));
            modes = List.copyOf(modes);
            Range.u8("number of modes", modes.size());
        }

        static Report decode(ByteReader in) throws DecodeException {
            Set<Integer> operationTypes = BitMask.read(in, in.u8() & 0x1F, type -> type);
            int count = in.u8();
            List<DoorLockMode> modes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                modes.add(new DoorLockMode(in.u8()));
            }
            int handles = in.u8();
            int components = in.u8();
            int flags = in.u8();
            return new Report(
                    operationTypes,
                    modes,
                    handles >> 4,
                    handles & 0x0F,
                    components,
                    (flags & 0x08) != 0,
                    (flags & 0x04) != 0,
                    (flags & 0x02) != 0,
                    (flags & 0x01) != 0);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(BitMask.length(operationTypes, type -> type));
            BitMask.write(out, operationTypes, type -> type);
            out.u8(modes.size());
            modes.forEach(each -> out.u8(each.code()));
            out.u8(outsideHandles << 4 | insideHandles)
                    .u8(components)
                    .u8((autoRelock ? 0x08 : 0)
                            | (holdAndRelease ? 0x04 : 0)
                            | (twistAssist ? 0x02 : 0)
                            | (blockToBlock ? 0x01 : 0));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
