package org.lockcredentials.examples.lockctl;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.LockId;
import org.lockcredentials.Receipt;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.Users;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The users of one lock. */
@Command(name = "user", description = "Makes, changes and deletes the users of a lock.")
final class UserCommands {

    private final Session session;

    UserCommands(Session session) {
        this.session = session;
    }

    @Command(description = "Makes a user, or changes the one at --index; what is not given stays.")
    int set(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--index", paramLabel = "N") Optional<Integer> index,
            @Option(names = "--name", paramLabel = "NAME") Optional<String> name,
            @Option(names = "--type", description = "${COMPLETION-CANDIDATES}") Optional<UserType> type,
            @Option(names = "--rule", description = "${COMPLETION-CANDIDATES}") Optional<CredentialRule> rule,
            @Option(names = "--enabled") boolean enabled,
            @Option(names = "--disabled") boolean disabled,
            @Option(names = "--expiry", description = "For an EXPIRING user, the time after the first use: PT2H.")
                    Optional<Duration> expiry) {
        if (enabled && disabled) {
            throw new IllegalArgumentException("--enabled and --disabled exclude each other");
        }
        UserUpdate.Builder update = UserUpdate.builder();
        index.ifPresent(update::index);
        name.ifPresent(update::name);
        type.ifPresent(update::type);
        rule.ifPresent(update::rule);
        expiry.ifPresent(update::expiry);
        if (enabled || disabled) {
            update.enabled(enabled);
        }
        return receipt(Session.await(users(lock).set(update.build())));
    }

    @Command(description = "Deletes a user, or all, with credentials and schedules.")
    int delete(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--index", paramLabel = "N") Optional<Integer> index,
            @Option(names = "--all") boolean all) {
        if (index.isPresent() == all) {
            throw new IllegalArgumentException("say either --index N or --all");
        }
        return receipt(Session.await(index.map(users(lock)::delete).orElseGet(users(lock)::deleteAll)));
    }

    @Command(description = "Lets a user's credentials work again.")
    int enable(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--index", paramLabel = "N", required = true) int index) {
        return receipt(Session.await(users(lock).setEnabled(index, true)));
    }

    @Command(description = "Keeps a user's credentials from working, without deleting them.")
    int disable(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--index", paramLabel = "N", required = true) int index) {
        return receipt(Session.await(users(lock).setEnabled(index, false)));
    }

    private Users users(LockId lock) {
        return session.lock(lock).users();
    }

    private int receipt(Receipt receipt) {
        return session.out().answer(Json.receipt(receipt));
    }
}
