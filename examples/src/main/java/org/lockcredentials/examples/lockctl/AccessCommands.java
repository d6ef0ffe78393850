package org.lockcredentials.examples.lockctl;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.CredentialType;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Secret;
import org.lockcredentials.Target;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** User, credential and schedules as one thing, on one lock or many, found again by a key. */
@Command(name = "access", description = "Gives, changes and takes access as one operation, found again by its key.")
final class AccessCommands {

    private static final String OWNER = "lockctl";

    private final Session session;

    AccessCommands(Session session) {
        this.session = session;
    }

    @Command(
            description =
                    "Puts a user with a credential and schedules on each lock: all of it or nothing. Repeating it changes nothing.")
    int add(
            @Parameters(paramLabel = "TARGET", converter = TargetText.class) Target target,
            @Option(names = "--key", paramLabel = "KEY", required = true) String key,
            @Option(names = "--name", paramLabel = "NAME", required = true) String name,
            @Option(names = "--type", paramLabel = "TYPE", defaultValue = "PIN") CredentialType type,
            @Mixin ScheduleOptions schedules,
            @Mixin SecretSource source) {
        try (Secret secret = source.required(session)) {
            AccessRequest request =
                    request(key, Optional.of(name), Optional.of(NewCredential.of(type, secret)), schedules.get());
            return Groups.each(session, target, lock -> lock.access().add(request), Json::accessReceipt);
        }
    }

    @Command(description = "Changes name, credential or schedules of what a key leads to; what is not given stays.")
    int change(
            @Parameters(paramLabel = "TARGET", converter = TargetText.class) Target target,
            @Option(names = "--key", paramLabel = "KEY", required = true) String key,
            @Option(names = "--name", paramLabel = "NAME") Optional<String> name,
            @Option(names = "--type", paramLabel = "TYPE", defaultValue = "PIN") CredentialType type,
            @Mixin ScheduleOptions schedules,
            @Mixin SecretSource source) {
        Optional<Secret> secret = source.optional(session);
        try {
            AccessRequest request =
                    request(key, name, secret.map(code -> NewCredential.of(type, code)), schedules.get());
            return Groups.each(session, target, lock -> lock.access().change(request), Json::accessReceipt);
        } finally {
            secret.ifPresent(Secret::wipe);
        }
    }

    @Command(description = "Takes what a key leads to off each lock.")
    int remove(
            @Parameters(paramLabel = "TARGET", converter = TargetText.class) Target target,
            @Option(names = "--key", paramLabel = "KEY", required = true) String key) {
        AccessKey own = new AccessKey(OWNER, key);
        return Groups.each(session, target, lock -> lock.access().remove(own), Json::accessReceipt);
    }

    @Command(description = "Lists the keys on each lock, or what one key leads to.")
    int list(
            @Parameters(paramLabel = "TARGET", converter = TargetText.class) Target target,
            @Option(names = "--key", paramLabel = "KEY") Optional<String> key) {
        return Groups.each(
                session,
                target,
                lock -> lock.access().list(),
                grants -> Json.object().set("access", Json.list(wanted(grants, key), Json::grant)));
    }

    private static List<AccessGrant> wanted(List<AccessGrant> grants, Optional<String> key) {
        return grants.stream()
                .filter(grant -> key.map(own -> grant.key().equals(new AccessKey(OWNER, own)))
                        .orElse(true))
                .toList();
    }

    private static AccessRequest request(
            String key, Optional<String> name, Optional<NewCredential> credential, List<Schedule> schedules) {
        UserUpdate.Builder user = UserUpdate.builder();
        name.ifPresent(user::name);
        return new AccessRequest(
                new AccessKey(OWNER, key), user.build(), credential.stream().toList(), schedules);
    }
}
