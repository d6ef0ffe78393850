package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.Credential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CrcPiece;
import org.lockcredentials.zwave.command.usercredential.AdminPinCode;
import org.lockcredentials.zwave.command.usercredential.CredentialAssociation;
import org.lockcredentials.zwave.command.usercredential.CredentialRecord;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.DatabaseChecksum;
import org.lockcredentials.zwave.command.usercredential.ModifierType;
import org.lockcredentials.zwave.command.usercredential.StoredCredential;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserName;
import org.lockcredentials.zwave.command.usercredential.UserProperties;
import org.lockcredentials.zwave.command.usercredential.UserRecord;
import org.lockcredentials.zwave.lock.ReadBack.Sight;
import org.lockcredentials.zwave.transport.Effect;

/**
 * Writes users and credentials (User Credential CC v1, User Set, Credential Set, User Credential Association Set, Admin PIN Code Set).
 *
 * <p>The lock's own report is its word; where none comes, it is asked.
 */
final class UserCredentialWriter {

    private static final int EVERY_USER = 0;
    /** Locks erase their storage slot by slot (zwave-js issue 8978). */
    private static final Duration DELETING_ALL = Duration.ofSeconds(30);

    private final LockEndpoint lock;
    private final UserCapabilities.Report capabilities;
    private final UserCredentialReader reader;
    private final ChecksumLedger ledger;
    private final ReadBack readBack;
    private final UserRefusals refusals;

    UserCredentialWriter(
            LockEndpoint lock,
            UserCapabilities.Report capabilities,
            UserCredentialReader reader,
            ChecksumLedger ledger) {
        this.lock = lock;
        this.capabilities = capabilities;
        this.reader = reader;
        this.ledger = ledger;
        this.readBack = new ReadBack(lock);
        this.refusals = new UserRefusals(reader);
    }

    CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite write) {
        User user = write.user();
        Optional<UserName> name =
                UserName.shortest(user.name().orElse(""), capabilities.encodings(), capabilities.maxNameLength());
        var type = Terms.of(user.type());
        var rule = Terms.of(user.rule());
        if (name.isEmpty() || type.isEmpty() || rule.isEmpty()) {
            return Failures.unsupported("such a name, user type or rule");
        }
        if (mode == WriteMode.MODIFY && !reader.isExpressible(user.index())) {
            return Failures.unsupported("a user type or rule of this user that the SDK could write back");
        }
        boolean keepsExpiry = user.type() == UserType.EXPIRING && write.expiry().isEmpty() && mode == WriteMode.MODIFY;
        return (keepsExpiry ? minutesLeft(user.index()) : CompletableFuture.completedFuture(minutes(write.expiry())))
                .thenCompose(minutes -> writeUser(
                        mode,
                        user.index(),
                        new UserProperties(type.get(), user.enabled(), rule.get(), minutes, name.get())));
    }

    private static int minutes(Optional<Duration> expiry) {
        return (int) expiry.map(Duration::toMinutes).orElse(0L).longValue();
    }

    /** A lock refuses an expiring user without minutes, so that one who is only renamed goes on with those that are left. */
    private CompletableFuture<Integer> minutesLeft(int userIndex) {
        return reader.properties(userIndex)
                .thenApply(found -> found.map(UserProperties::expiringMinutes).orElse(0));
    }

    CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return reader.properties(userIndex).thenCompose(found -> {
            if (found.isEmpty()) {
                return Failures.failed(Reason.NOT_FOUND, "there is no user " + userIndex);
            }
            UserProperties before = found.get();
            if (before.active() == enabled) {
                return CompletableFuture.completedFuture(Outcome.NO_CHANGE);
            }
            return writeUser(
                    WriteMode.MODIFY,
                    userIndex,
                    new UserProperties(before.type(), enabled, before.rule(), before.expiringMinutes(), before.name()));
        });
    }

    private CompletableFuture<Outcome> writeUser(WriteMode mode, int index, UserProperties wanted) {
        UserRecord.Set command =
                mode == WriteMode.ADD ? UserRecord.Set.add(index, wanted) : UserRecord.Set.modify(index, wanted);
        return lock.channel()
                .order(command)
                .thenCompose(effect -> judge(
                        effect,
                        report -> UserVerdicts.of(report.reason()),
                        () -> reader.properties(index)
                                .thenApply(found ->
                                        sight(found.filter(wanted::isStoredAs).isPresent())),
                        () -> refusals.ofUser(mode, index)))
                .thenApply(outcome ->
                        ledger.after(outcome, () -> ledger.user(index, DatabaseChecksum.piece(index, wanted))));
    }

    CompletableFuture<Outcome> deleteUser(int index) {
        return lock.channel()
                .order(UserRecord.Set.delete(index))
                .thenCompose(effect -> judge(
                        effect,
                        report -> UserVerdicts.of(report.reason()),
                        () -> reader.properties(index).thenApply(found -> sight(found.isEmpty())),
                        UserCredentialWriter::unexplained))
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.userGone(index)));
    }

    CompletableFuture<Outcome> deleteAllUsers() {
        return lock.channel()
                .order(UserRecord.Set.delete(EVERY_USER), DELETING_ALL)
                .thenCompose(effect -> judge(
                        effect,
                        report -> UserVerdicts.of(report.reason()),
                        () -> reader.properties(EVERY_USER).thenApply(found -> sight(found.isEmpty())),
                        UserCredentialWriter::unexplained))
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.allGone()));
    }

    CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite write, CredentialType type) {
        int slot = write.place().slot();
        CrcPiece piece = DatabaseChecksum.piece(new StoredCredential(type, slot, write.secret()));
        CredentialRecord.Set command = mode == WriteMode.ADD
                ? CredentialRecord.Set.add(write.userIndex(), type, slot, write.secret())
                : CredentialRecord.Set.modify(write.userIndex(), type, slot, write.secret());
        return lock.channel()
                .order(command)
                .thenCompose(effect -> judge(
                        effect,
                        UserCredentialWriter::verdict,
                        () -> reader.holds(write, type)
                                .thenApply(held ->
                                        held.map(UserCredentialWriter::sight).orElse(Sight.HIDDEN)),
                        () -> refusals.ofCredential(mode, write, type)))
                .thenApply(outcome ->
                        ledger.after(outcome, () -> ledger.credential(write.userIndex(), type, slot, piece)));
    }

    /** The user goes along: locks refuse to delete the slot of nobody in particular. */
    CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place, CredentialType type) {
        return lock.channel()
                .order(CredentialRecord.Set.delete(userIndex, type, place.slot()))
                .thenCompose(effect -> judge(
                        effect,
                        UserCredentialWriter::verdict,
                        () -> reader.readCredential(place, type)
                                .thenApply(state -> sight(state.occupancy() == org.lockcredentials.Occupancy.FREE)),
                        UserCredentialWriter::unexplained))
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.credentialGone(type, place.slot())));
    }

    CompletableFuture<Outcome> assign(Credential place, CredentialType type, int userIndex) {
        return lock.channel()
                .order(new CredentialAssociation.Set(type, place.slot(), userIndex))
                .thenCompose(effect -> judge(
                        effect,
                        report -> UserVerdicts.of(report.status()),
                        () -> reader.readCredential(place, type)
                                .thenApply(state -> sight(state.userIndex().orElse(EVERY_USER) == userIndex)),
                        () -> refusals.ofAssignment(place, type, userIndex)))
                .thenApply(outcome -> ledger.after(outcome, () -> ledger.assigned(type, place.slot(), userIndex)));
    }

    CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        return lock.channel()
                .order(new AdminPinCode.Set(code))
                .thenCompose(effect -> judge(
                        effect,
                        report -> {
                            report.code().ifPresent(Secret::wipe);
                            return UserVerdicts.of(report.result());
                        },
                        () -> lock.channel().get(new AdminPinCode.Get()).thenApply(report -> {
                            boolean same = report.code().equals(code);
                            report.code().ifPresent(Secret::wipe);
                            return sight(same);
                        }),
                        UserCredentialWriter::unexplained));
    }

    private static CompletableFuture<Outcome> verdict(CredentialRecord.Report report) {
        boolean occupied = !report.modifier().type().equals(ModifierType.DOES_NOT_EXIST);
        report.data().wipe();
        return UserVerdicts.of(report.reason(), occupied);
    }

    /** The lock's own word comes first; a refusal stays one, whatever else the lock reports. */
    private <R extends Command> CompletableFuture<Outcome> judge(
            Effect<R> effect,
            Function<R, CompletableFuture<Outcome>> word,
            Supplier<CompletableFuture<Sight>> look,
            Supplier<CompletableFuture<Reason>> why) {
        return effect.report()
                .map(word)
                .orElseGet(() -> readBack.outcome(effect.delivery(), effect.left(), look)
                        .exceptionallyCompose(failure -> refusals.explained(failure, why)));
    }

    private static CompletableFuture<Reason> unexplained() {
        return CompletableFuture.completedFuture(Reason.REJECTED);
    }

    private static Sight sight(boolean asWritten) {
        return asWritten ? Sight.AS_WRITTEN : Sight.DIFFERENT;
    }
}
