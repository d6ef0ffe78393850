package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.DecodeException;

/** What a Set does; an Add never overwrites and a Modify never creates (User Credential CC v1, User Set). */
public enum Operation {
    ADD,
    MODIFY,
    DELETE;

    static Operation decode(int bits) throws DecodeException {
        int code = bits & 0x03;
        if (code >= values().length) {
            throw new DecodeException("operation " + code + " is reserved");
        }
        return values()[code];
    }

    int code() {
        return ordinal();
    }
}
