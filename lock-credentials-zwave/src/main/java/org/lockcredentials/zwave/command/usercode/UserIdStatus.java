package org.lockcredentials.zwave.command.usercode;

import org.lockcredentials.zwave.command.Range;

/** The state of a user identifier and its code (SDS13781 §4.115.2, §4.116.12). */
public record UserIdStatus(int code) {

    /** No code is set. */
    public static final UserIdStatus AVAILABLE = new UserIdStatus(0x00);
    /** A code is set and grants access. */
    public static final UserIdStatus ENABLED = new UserIdStatus(0x01);
    /** A code is set and does not grant access; version 1 calls it reserved by the administrator. */
    public static final UserIdStatus DISABLED = new UserIdStatus(0x02);
    /** The code sends a message and does nothing else. */
    public static final UserIdStatus MESSAGING = new UserIdStatus(0x03);
    /** The code toggles the lock for good. */
    public static final UserIdStatus PASSAGE_MODE = new UserIdStatus(0x04);
    /** The lock has no such user identifier, or does not tell. */
    public static final UserIdStatus NOT_AVAILABLE = new UserIdStatus(0xFE);

    public UserIdStatus {
        Range.u8("user id status", code);
    }
}
