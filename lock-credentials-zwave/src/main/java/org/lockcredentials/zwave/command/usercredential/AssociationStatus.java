package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/**
 * How moving a credential to another user ended (User Credential CC v1, User Credential Association Report).
 */
public record AssociationStatus(int code) {

    public static final AssociationStatus SUCCESS = new AssociationStatus(0x00);
    public static final AssociationStatus TYPE_INVALID = new AssociationStatus(0x01);
    public static final AssociationStatus SLOT_INVALID = new AssociationStatus(0x02);
    public static final AssociationStatus SLOT_EMPTY = new AssociationStatus(0x03);
    public static final AssociationStatus DESTINATION_INVALID = new AssociationStatus(0x04);
    public static final AssociationStatus DESTINATION_NONEXISTENT = new AssociationStatus(0x05);

    public AssociationStatus {
        Range.u8("association status", code);
    }
}
