package org.lockcredentials.zwave.command.usercredential;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * What a lock keeps of a user beside the credentials (User Credential CC v1, User Set).
 *
 * @param active false for a user that is there and gets no access
 * @param expiringMinutes 1 to 65,535 for an expiring user, else 0
 */
public record UserProperties(UserType type, boolean active, CredentialRule rule, int expiringMinutes, UserName name) {

    public UserProperties {
        Range.u16("expiring minutes", expiringMinutes);
    }

    /** True if a lock that was sent these may well report {@code other}: the minutes run, and it may write the name in its own way. */
    public boolean isStoredAs(UserProperties other) {
        return type.equals(other.type)
                && active == other.active
                && rule.equals(other.rule)
                && expiringMinutes >= other.expiringMinutes
                && name.text().equals(other.name.text());
    }

    static UserProperties decode(ByteReader in) throws DecodeException {
        return new UserProperties(
                new UserType(in.u8()),
                (in.u8() & 0x01) != 0,
                new CredentialRule(in.u8()),
                in.u16(),
                UserName.decode(in));
    }

    void encode(ByteWriter out) {
        out.u8(type.code()).u8(active ? 1 : 0).u8(rule.code()).u16(expiringMinutes);
        name.encode(out);
    }
}
