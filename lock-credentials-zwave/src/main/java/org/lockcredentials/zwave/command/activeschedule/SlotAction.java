package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.internal.bytes.DecodeException;

/** The first field of every Set: 0 erases the slot, 1 changes it (Active Schedule CC v1). */
final class SlotAction {

    private SlotAction() {}

    static boolean isModify(int field) throws DecodeException {
        int action = field & 0x03;
        if (action > 1) {
            throw new DecodeException("set action " + action + " is reserved");
        }
        return action == 1;
    }
}
