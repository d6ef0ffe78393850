package org.lockcredentials.zwave.command.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;

/** Door Lock CC v1 to v4, Operation Set, Get and Report (SDS13781 §4.37.2 to §4.37.4, §4.38.2, §4.39.4). */
public sealed interface DoorLockOperation extends Command {

    /** Door Lock Operation Set (0x01). */
    record Set(DoorLockMode mode) implements DoorLockOperation {
        public static final CommandType<Set> TYPE =
                CommandType.of(Set.class, CommandClass.DOOR_LOCK, 0x01, Set::decode);

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(new DoorLockMode(in.u8()));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(mode.code());
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }
    }

    /** Door Lock Operation Get (0x02). */
    record Get() implements DoorLockOperation, Request<Report> {
        public static final CommandType<Get> TYPE =
                CommandType.of(Get.class, CommandClass.DOOR_LOCK, 0x02, in -> new Get());

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
     * Door Lock Operation Report (0x03).
     *
     * @param outsideHandles bit mask of the outside handles that open the door
     * @param insideHandles bit mask of the inside handles that open the door
     * @param remaining time until the door is secured again
     * @param target mode that a running change ends in, since version 3
     * @param duration that a running change still takes, since version 3
     */
    record Report(
            DoorLockMode mode,
            int outsideHandles,
            int insideHandles,
            DoorCondition condition,
            LockTimeout remaining,
            Optional<DoorLockMode> target,
            Optional<ActuatorDuration> duration)
            implements DoorLockOperation {
        public static final CommandType<Report> TYPE =
                CommandType.of(Report.class, CommandClass.DOOR_LOCK, 0x03, Report::decode);

        public Report {
            Range.check("outside handles", outsideHandles, 0, 15);
            Range.check("inside handles", insideHandles, 0, 15);
            if (target.isPresent() != duration.isPresent()) {
                throw new IllegalArgumentException("target and duration come together");
            }
        }

        static Report decode(ByteReader in) throws DecodeException {
            DoorLockMode mode = new DoorLockMode(in.u8());
            int handles = in.u8();
            DoorCondition condition = new DoorCondition(in.u8());
            LockTimeout remaining = LockTimeout.decode(in);
            boolean hasTarget = in.remaining() >= 2;
            return new Report(
                    mode,
                    handles >> 4,
                    handles & 0x0F,
                    condition,
                    remaining,
                    hasTarget ? Optional.of(new DoorLockMode(in.u8())) : Optional.empty(),
                    hasTarget ? Optional.of(new ActuatorDuration(in.u8())) : Optional.empty());
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(mode.code()).u8(outsideHandles << 4 | insideHandles).u8(condition.bits());
            remaining.encode(out);
            target.ifPresent(each -> out.u8(each.code()));
            duration.ifPresent(each -> out.u8(each.code()));
        }

        @Override
        public CommandType<Report> type() {
            return TYPE;
        }
    }
}
