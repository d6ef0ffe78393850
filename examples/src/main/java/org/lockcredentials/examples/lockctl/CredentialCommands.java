package org.lockcredentials.examples.lockctl;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.LockId;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The credentials of one lock. */
@Command(name = "credential", description = "Sets, learns and deletes the credentials of a lock.")
final class CredentialCommands {

    private final Session session;

    CredentialCommands(Session session) {
        this.session = session;
    }

    @Command(
            description =
                    "Puts a credential on the lock for a user that exists, at the lowest free slot unless --slot says another.")
    int set(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user,
            @Option(names = "--type", paramLabel = "TYPE", required = true) CredentialType type,
            @Option(names = "--slot", paramLabel = "N") Optional<Integer> slot,
            @Mixin SecretSource source) {
        try (Secret secret = source.required(session)) {
            NewCredential credential = NewCredential.of(type, secret);
            return receipt(Session.await(
                    credentials(lock).set(user, slot.map(credential::at).orElse(credential))));
        }
    }

    @Command(description = "Tells whether a slot is taken, and by whom.")
    int status(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--type", paramLabel = "TYPE", required = true) CredentialType type,
            @Option(names = "--slot", paramLabel = "N", required = true) int slot) {
        return session.out()
                .answer(Json.slot(lock, Session.await(credentials(lock).status(type, slot))));
    }

    @Command(description = "Deletes a credential.")
    int delete(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--type", paramLabel = "TYPE", required = true) CredentialType type,
            @Option(names = "--slot", paramLabel = "N", required = true) int slot) {
        Receipt receipt = Session.await(credentials(lock).delete(type, slot));
        return session.out().answer(Json.slotReceipt(receipt).put("slot", slot));
    }

    @Command(description = "Has the lock enrol a credential itself, and waits until it has.")
    int learn(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user,
            @Option(names = "--type", paramLabel = "TYPE", required = true) CredentialType type,
            @Option(
                            names = "--patience",
                            paramLabel = "SECONDS",
                            defaultValue = "60",
                            description = "How long the lock waits for a step, 1 to 255.")
                    int patience) {
        return receipt(Session.await(credentials(lock).learn(user, type, Duration.ofSeconds(patience))));
    }

    @Command(description = "Hands a credential to another user.")
    int assign(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--user", paramLabel = "N", required = true) int user,
            @Option(names = "--type", paramLabel = "TYPE", required = true) CredentialType type,
            @Option(names = "--slot", paramLabel = "N", required = true) int slot) {
        return receipt(Session.await(credentials(lock).assign(new Credential(type, slot), user)));
    }

    @Command(name = "admin-code", description = "Sets the code of the lock's own menu, or takes it away.")
    int adminCode(
            @Parameters(paramLabel = "LOCK") LockId lock,
            @Option(names = "--clear", description = "Take it away.") boolean clear,
            @Mixin SecretSource source) {
        Optional<Secret> code = source.optional(session);
        if (code.isPresent() == clear) {
            throw new IllegalArgumentException("say either a code or --clear");
        }
        try {
            return session.out()
                    .answer(Json.receipt(Session.await(
                            code.map(credentials(lock)::setAdminCode).orElseGet(credentials(lock)::clearAdminCode))));
        } finally {
            code.ifPresent(Secret::wipe);
        }
    }

    private Credentials credentials(LockId lock) {
        return session.lock(lock).credentials();
    }

    private int receipt(Receipt receipt) {
        return session.out().answer(Json.slotReceipt(receipt));
    }
}
