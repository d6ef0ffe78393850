package org.lockcredentials.examples.lockctl;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.LockId;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** All commands: the questions about a lock as a whole, and the groups below them. */
@Command(
        name = "lockctl",
        description = "Manages the users, codes and schedules of door locks.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true)
final class Commands {

    private final Session session;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what a command takes.")
    private boolean help;

    private Commands(Session session) {
        this.session = session;
    }

    static CommandLine of(Session session) {
        return new CommandLine(new Commands(session))
                .addSubcommand(new TagCommand(session))
                .addSubcommand(new UserCommands(session))
                .addSubcommand(new CredentialCommands(session))
                .addSubcommand(new AccessCommands(session))
                .addSubcommand(new ScheduleCommands(session))
                .addSubcommand(new PlanCommands(session))
                .addSubcommand(new EventsCommand(session))
                .addSubcommand(new ZwaveCommands(session))
                .addSubcommand(new MatterCommands(session))
                .addSubcommand(new SimulateCommand(session));
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON value on standard output.")
    void json(boolean wanted) {
        if (wanted) {
            session.out().wantJson();
        }
    }

    @Command(description = "Lists the locks.")
    int locks() {
        return session.out().answer(Json.list(Session.await(session.manager().locks()), Json::lock));
    }

    @Command(description = "Tells what a lock is and what it can do.")
    int info(@Parameters(paramLabel = "LOCK") LockId lock) {
        var info = session.lock(lock).info();
        var can = session.lock(lock).capabilities();
        return session.out().answer(Json.info(Session.await(info), Session.await(can)));
    }

    @Command(description = "Lists the users of a lock with their credentials and schedules.")
    int users(@Parameters(paramLabel = "LOCK") LockId lock) {
        return session.out()
                .answer(Json.list(Session.await(session.lock(lock).users().list()), Json::user));
    }

    @Command(description = "Tells where the bolt and the door are.")
    int door(@Parameters(paramLabel = "LOCK") LockId lock) {
        return session.out()
                .answer(Json.door(lock, Session.await(session.lock(lock).door().state())));
    }

    @Command(description = "Locks the door.")
    int lock(@Parameters(paramLabel = "LOCK") LockId lock, @Mixin SecretSource source) {
        return operate(source, code -> session.lock(lock).door().lock(code));
    }

    @Command(description = "Unlocks the door.")
    int unlock(@Parameters(paramLabel = "LOCK") LockId lock, @Mixin SecretSource source) {
        return operate(source, code -> session.lock(lock).door().unlock(code));
    }

    private int operate(SecretSource source, Function<Optional<Secret>, CompletableFuture<Receipt>> operation) {
        Optional<Secret> code = source.optional(session);
        try {
            return session.out().answer(Json.receipt(Session.await(operation.apply(code))));
        } finally {
            code.ifPresent(Secret::wipe);
        }
    }
}
