package org.lockcredentials.zwave.command.scheduleentry;

import org.lockcredentials.internal.bytes.DecodeException;

/** The first field of every schedule Set: 0 erases the slot, 1 changes it (SDS13781 §4.90.5). */
final class SetAction {

    private SetAction() {}

    static boolean isModify(int action) throws DecodeException {
        if (action > 1) {
            throw new DecodeException("set action " + action + " is reserved");
        }
        return action == 1;
    }
}
