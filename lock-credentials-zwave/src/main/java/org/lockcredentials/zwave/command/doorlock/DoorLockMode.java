package org.lockcredentials.zwave.command.doorlock;

import org.lockcredentials.zwave.command.Range;

/** How far a door is secured (SDS13781 §4.37.2). */
public record DoorLockMode(int code) {

    public static final DoorLockMode UNSECURED = new DoorLockMode(0x00);
    public static final DoorLockMode UNSECURED_WITH_TIMEOUT = new DoorLockMode(0x01);
    public static final DoorLockMode INSIDE_UNSECURED = new DoorLockMode(0x10);
    public static final DoorLockMode INSIDE_UNSECURED_WITH_TIMEOUT = new DoorLockMode(0x11);
    public static final DoorLockMode OUTSIDE_UNSECURED = new DoorLockMode(0x20);
    public static final DoorLockMode OUTSIDE_UNSECURED_WITH_TIMEOUT = new DoorLockMode(0x21);
    /** The bolt is neither fully out nor fully in; reported, never set. */
    public static final DoorLockMode UNKNOWN = new DoorLockMode(0xFE);

    public static final DoorLockMode SECURED = new DoorLockMode(0xFF);

    public DoorLockMode {
        Range.u8("door lock mode", code);
    }
}
