package org.lockcredentials.zwave.lock;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.Product;

/**
 * What one lock consists of, by what its interview found.
 *
 * @param door empty if the bolt cannot be operated
 */
record LockParts(
        Optional<Product> product,
        UserDatabase users,
        Optional<DoorLockControl> door,
        NotificationEvents notifications,
        boolean notifies) {

    static LockParts of(LockEndpoint lock, Optional<Product> product, KnownEndpoint known) {
        UserDatabase users = users(lock, known);
        return new LockParts(
                product,
                users,
                known.supports(CommandClass.DOOR_LOCK) ? Optional.of(new DoorLockControl(lock)) : Optional.empty(),
                new NotificationEvents(lock, users instanceof UserCodeLock),
                known.supports(CommandClass.NOTIFICATION));
    }

    Capabilities capabilities() {
        Set<Feature> others = EnumSet.noneOf(Feature.class);
        if (door.isPresent()) {
            others.add(Feature.DOOR_OPERATION);
        }
        return users.capabilities(others);
    }

    /** User Credential where it answered, else User Code, else a lock without either. */
    private static UserDatabase users(LockEndpoint lock, KnownEndpoint known) {
        Optional<UserCapabilities.Report> users = known.report(UserCapabilities.Report.TYPE);
        Optional<CredentialCapabilities.Report> credentials = known.report(CredentialCapabilities.Report.TYPE);
        if (users.isPresent() && credentials.isPresent()) {
            return new UserCredentialLock(lock, users.get(), credentials.get());
        }
        return new UserCodeLock(
                lock,
                known.report(UsersNumber.Report.TYPE)
                        .map(UsersNumber.Report::supportedUsers)
                        .orElse(0),
                known.report(CommandClassVersion.Report.TYPE)
                        .map(CommandClassVersion.Report::version)
                        .orElse(1),
                known.report(UserCodeCapabilities.Report.TYPE));
    }
}
