package org.lockcredentials.zwave.command.usercode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * One user in an Extended User Code command (SDS13781 §4.116.12).
 *
 * @param userId 1 to 65,535, or 0 for every user in a Set
 * @param code up to 15 bytes, of which the specification uses 4 to 10; empty for a user that is available or unknown
 */
public record UserCodeEntry(int userId, UserIdStatus status, Optional<Secret> code) {

    public UserCodeEntry {
        Range.u16("user id", userId);
        code.ifPresent(each -> Range.length("code", each, 1, 15));
    }

    /** Clears one user, or with 0 every user. */
    public static UserCodeEntry clear(int userId) {
        return new UserCodeEntry(userId, UserIdStatus.AVAILABLE, Optional.empty());
    }

    static List<UserCodeEntry> decodeAll(ByteReader in) throws DecodeException {
        int count = in.u8();
        List<UserCodeEntry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int userId = in.u16();
            UserIdStatus status = new UserIdStatus(in.u8());
            int length = in.u8() & 0x0F;
            entries.add(new UserCodeEntry(
                    userId, status, length == 0 ? Optional.empty() : Optional.of(SecretBytes.read(in, length))));
        }
        return entries;
    }

    static void encodeAll(ByteWriter out, List<UserCodeEntry> entries) {
        out.u8(entries.size());
        for (UserCodeEntry each : entries) {
            out.u16(each.userId)
                    .u8(each.status.code())
                    .u8(each.code.map(Secret::length).orElse(0));
            each.code.ifPresent(code -> SecretBytes.write(out, code));
        }
    }
}
