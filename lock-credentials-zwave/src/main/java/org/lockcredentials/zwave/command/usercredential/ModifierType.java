package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Who changed a user or a credential last (User Credential CC v1, User Report). */
public record ModifierType(int code) {

    /** The user or credential does not exist. */
    public static final ModifierType DOES_NOT_EXIST = new ModifierType(0x00);

    public static final ModifierType UNKNOWN = new ModifierType(0x01);
    /** A Z-Wave node, which the report names. */
    public static final ModifierType Z_WAVE = new ModifierType(0x02);

    public static final ModifierType LOCALLY = new ModifierType(0x03);
    /** A mobile application or another IoT technology. */
    public static final ModifierType OTHER_TECHNOLOGY = new ModifierType(0x04);

    public ModifierType {
        Range.u8("modifier type", code);
    }
}
