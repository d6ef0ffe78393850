package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/** Kind of a key locker entry (User Credential CC v2). */
public record KeyLockerEntryType(int code) {

    /** DESFire EV2 or EV3 application identifier and key. */
    public static final KeyLockerEntryType DESFIRE_APPLICATION_KEY = new KeyLockerEntryType(0x01);

    public KeyLockerEntryType {
        Range.u8("key locker entry type", code);
    }
}
