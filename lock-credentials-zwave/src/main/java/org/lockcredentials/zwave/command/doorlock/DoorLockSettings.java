package org.lockcredentials.zwave.command.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * The configuration of a lock (SDS13781 §4.37.5, §4.39.6).
 *
 * @param operationType 1 constant, 2 timed
 * @param outsideHandles bit mask of the outside handles that are enabled
 * @param insideHandles bit mask of the inside handles that are enabled
 * @param timeout after which a timed lock secures the door again
 * @param extras since version 4
 */
public record DoorLockSettings(
        int operationType, int outsideHandles, int insideHandles, LockTimeout timeout, Optional<Extras> extras) {

    public static final int CONSTANT = 1;
    public static final int TIMED = 2;

    /**
     * What version 4 adds.
     *
     * @param autoRelockSeconds 0 to 65,535, 0 for never
     * @param holdAndReleaseSeconds 0 to 65,535, 0 for not holding
     */
    public record Extras(int autoRelockSeconds, int holdAndReleaseSeconds, boolean twistAssist, boolean blockToBlock) {

        public Extras {
            Range.u16("auto-relock time", autoRelockSeconds);
            Range.u16("hold and release time", holdAndReleaseSeconds);
        }
    }

    public DoorLockSettings {
        Range.u8("operation type", operationType);
        Range.check("outside handles", outsideHandles, 0, 15);
        Range.check("inside handles", insideHandles, 0, 15);
    }

    static DoorLockSettings decode(ByteReader in) throws DecodeException {
        int operationType = in.u8();
        int handles = in.u8();
        LockTimeout timeout = LockTimeout.decode(in);
        return new DoorLockSettings(
                operationType,
                handles >> 4,
                handles & 0x0F,
                timeout,
                in.remaining() < 5 ? Optional.empty() : Optional.of(extras(in.u16(), in.u16(), in.u8())));
    }

    void encode(ByteWriter out) {
        out.u8(operationType).u8(outsideHandles << 4 | insideHandles);
        timeout.encode(out);
        extras.ifPresent(each -> out.u16(each.autoRelockSeconds)
                .u16(each.holdAndReleaseSeconds)
                .u8((each.twistAssist ? 0x01 : 0) | (each.blockToBlock ? 0x02 : 0)));
    }

    private static Extras extras(int autoRelock, int holdAndRelease, int flags) {
        return new Extras(autoRelock, holdAndRelease, (flags & 0x01) != 0, (flags & 0x02) != 0);
    }
}
