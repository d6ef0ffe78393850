package org.lockcredentials.zwave.command.doorlock;

import org.lockcredentials.zwave.command.Range;

/**
 * What the sensors of a door see (SDS13781 §4.37.4); a component that the lock has no sensor for means nothing.
 *
 * @param bits 0 to 255
 */
public record DoorCondition(int bits) {

    public DoorCondition {
        Range.u8("door condition", bits);
    }

    public boolean doorClosed() {
        return (bits & 0x01) != 0;
    }

    public boolean boltUnlocked() {
        return (bits & 0x02) != 0;
    }

    public boolean latchClosed() {
        return (bits & 0x04) != 0;
    }
}
