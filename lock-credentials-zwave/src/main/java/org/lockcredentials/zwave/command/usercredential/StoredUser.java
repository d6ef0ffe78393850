package org.lockcredentials.zwave.command.usercredential;

import java.util.List;
import org.lockcredentials.zwave.command.Range;

/** A user with its credentials, as a lock's checksums count them. */
public record StoredUser(int userId, UserProperties properties, List<StoredCredential> credentials) {

    public StoredUser {
        Range.u16("user id", userId);
        credentials = List.copyOf(credentials);
    }
}
