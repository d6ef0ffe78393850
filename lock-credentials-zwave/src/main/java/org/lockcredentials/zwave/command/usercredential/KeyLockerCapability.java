package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.zwave.command.Range;

/**
 * What a key locker holds of one entry type (User Credential CC v2, Key Locker Capabilities Report).
 *
 * @param slots number of slots, 0 to 65,535
 * @param minLength of an entry's data in bytes
 * @param maxLength of an entry's data in bytes
 */
public record KeyLockerCapability(KeyLockerEntryType type, int slots, int minLength, int maxLength) {

    public KeyLockerCapability {
        Range.u16("slots", slots);
        Range.u16("least length", minLength);
        Range.u16("greatest length", maxLength);
    }
}
