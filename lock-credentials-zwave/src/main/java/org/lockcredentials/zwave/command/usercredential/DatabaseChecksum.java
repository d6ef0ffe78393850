package org.lockcredentials.zwave.command.usercredential;

import java.util.Collection;
import java.util.Comparator;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.CrcCcitt;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * The checksums that a lock with given users and credentials reports (User Credential CC v1, All Users, User and
 * Credential Checksum Report); 0 stands for nothing stored, and the admin PIN code never counts.
 */
public final class DatabaseChecksum {

    private static final Comparator<StoredCredential> BY_TYPE_AND_SLOT = Comparator.comparingInt(
                    (StoredCredential each) -> each.type().code())
            .thenComparingInt(StoredCredential::slot);

    private DatabaseChecksum() {}

    /** All Users Checksum. */
    public static int allUsers(Collection<StoredUser> users) {
        ByteWriter data = new ByteWriter();
        users.stream().sorted(Comparator.comparingInt(StoredUser::userId)).forEach(each -> {
            data.u16(each.userId());
            user(data, each);
        });
        return CrcCcitt.ofSecret(data);
    }

    /** User Checksum of a user that exists. */
    public static int user(StoredUser user) {
        ByteWriter data = new ByteWriter();
        user(data, user);
        return CrcCcitt.ofSecret(data);
    }

    /** Credential Checksum of one type, over all users. */
    public static int credentials(CredentialType type, Collection<StoredCredential> credentials) {
        ByteWriter data = new ByteWriter();
        credentials.stream()
                .filter(each -> each.type().equals(type))
                .sorted(BY_TYPE_AND_SLOT)
                .forEach(each -> slotAndData(data, each));
        return CrcCcitt.ofSecret(data);
    }

    /** What a user adds to the All Users Checksum, before the credentials. */
    public static CrcPiece piece(int userId, UserProperties properties) {
        ByteWriter data = new ByteWriter().u16(userId);
        properties(data, properties);
        return CrcPiece.ofSecret(data);
    }

    /** What a credential adds to the All Users Checksum, after its user and those of lower type and slot. */
    public static CrcPiece piece(StoredCredential credential) {
        ByteWriter data = new ByteWriter();
        typed(data, credential);
        return CrcPiece.ofSecret(data);
    }

    private static void user(ByteWriter data, StoredUser user) {
        properties(data, user.properties());
        user.credentials().stream().sorted(BY_TYPE_AND_SLOT).forEach(each -> typed(data, each));
    }

    /** The expiring minutes do not count, for they run. */
    private static void properties(ByteWriter data, UserProperties properties) {
        data.u8(properties.type().code())
                .u8(properties.active() ? 1 : 0)
                .u8(properties.rule().code());
        properties.name().encode(data);
    }

    private static void typed(ByteWriter data, StoredCredential credential) {
        data.u8(credential.type().code());
        slotAndData(data, credential);
    }

    private static void slotAndData(ByteWriter data, StoredCredential credential) {
        data.u16(credential.slot()).u8(credential.data().length());
        SecretBytes.write(data, credential.data());
    }
}
