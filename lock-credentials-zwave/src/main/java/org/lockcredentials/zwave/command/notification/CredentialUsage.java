package org.lockcredentials.zwave.command.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.usercredential.CredentialType;

/**
 * Who used which credentials, in the parameters of the Access Control events that User Credential locks send: user, number of
 * credentials, then type and slot of each; the number is left out where there is always one.
 *
 * @param userId 0 to 65,535
 */
public record CredentialUsage(int userId, List<Used> credentials) {

    /** A credential by its place. */
    public record Used(CredentialType type, int slot) {

        public Used {
            Range.u16("slot", slot);
        }
    }

    public CredentialUsage {
        Range.u16("user id", userId);
        credentials = List.copyOf(credentials);
    }

    /** The parameters of {@code event}, or empty if they are not of this form. */
    public static Optional<CredentialUsage> of(NotificationEvent event) {
        boolean counted = !event.type().equals(NotificationType.ACCESS_CONTROL)
                || event.event() != AccessControlEvent.NON_ACCESS_CREDENTIAL.code();
        return event.parameters().use(bytes -> {
            try {
                return Optional.of(decode(ByteReader.of(bytes), counted));
            } catch (DecodeException other) {
                return Optional.empty();
            }
        });
    }

    private static CredentialUsage decode(ByteReader in, boolean counted) throws DecodeException {
        int userId = in.u16();
        int count = counted ? in.u8() : 1;
        List<Used> used = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            used.add(new Used(new CredentialType(in.u8()), in.u16()));
        }
        return new CredentialUsage(userId, used);
    }
}
