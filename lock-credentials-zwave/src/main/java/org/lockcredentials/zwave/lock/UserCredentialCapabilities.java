package org.lockcredentials.zwave.lock;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.CredentialType;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.CredentialCapability;
import org.lockcredentials.zwave.command.usercredential.NameEncoding;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;

/** What a User Credential lock can do, in the model's words. */
final class UserCredentialCapabilities {

    /** What a person knows is written as data; what a lock reads or measures it enrols itself. */
    private static final Set<CredentialType> WRITTEN = EnumSet.of(CredentialType.PIN, CredentialType.PASSWORD);

    private UserCredentialCapabilities() {}

    static Capabilities of(
            UserCapabilities.Report users, CredentialCapabilities.Report credentials, Set<Feature> others) {
        Map<CredentialType, Capabilities.Credentials> types = new EnumMap<>(CredentialType.class);
        for (CredentialCapability each : credentials.types()) {
            Terms.of(each.type()).ifPresent(type -> types.put(type, credentials(type, each)));
        }
        Set<Feature> features = EnumSet.of(Feature.CREDENTIAL_ASSIGNMENT);
        features.addAll(others);
        if (users.allUsersChecksum()) {
            features.add(Feature.CHECKSUM);
        }
        if (credentials.adminPin()) {
            features.add(Feature.ADMIN_CODE);
        }
        return new Capabilities(users(users), types, Map.of(), Capabilities.Enabling.NATIVE, features);
    }

    private static Capabilities.Users users(UserCapabilities.Report users) {
        // The length counts bytes, of which UTF-16 needs two for a character.
        boolean oneByte = users.encodings().contains(NameEncoding.ASCII)
                || users.encodings().contains(NameEncoding.EXTENDED_ASCII);
        return new Capabilities.Users(
                users.supportedUsers(),
                oneByte ? users.maxNameLength() : users.maxNameLength() / 2,
                users.types().stream().flatMap(type -> Terms.of(type).stream()).collect(Collectors.toSet()),
                users.rules().stream().flatMap(rule -> Terms.of(rule).stream()).collect(Collectors.toSet()),
                Capabilities.UserModel.SEPARATE);
    }

    private static Capabilities.Credentials credentials(CredentialType type, CredentialCapability capability) {
        return new Capabilities.Credentials(
                capability.slots(),
                capability.minLength(),
                capability.maxLength(),
                capability.slots(),
                WRITTEN.contains(type) && capability.maxLength() > 0,
                capability.learn(),
                capability.maxHashLength() == 0 ? Capabilities.ReadBack.DATA : Capabilities.ReadBack.PRESENCE);
    }
}
