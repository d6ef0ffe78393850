package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Finding;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercredential.AdminPinCode;
import org.lockcredentials.zwave.command.usercredential.AllUsersChecksum;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.CredentialLearn;
import org.lockcredentials.zwave.command.usercredential.CredentialType;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;
import org.lockcredentials.zwave.command.usercredential.UserName;

/** A lock that keeps users and credentials apart (User Credential CC v1 and v2). */
final class UserCredentialLock implements UserDatabase {

    private final LockEndpoint lock;
    private final UserCapabilities.Report users;
    private final CredentialCapabilities.Report credentials;
    private final ChecksumLedger ledger = new ChecksumLedger();
    private final UserCredentialReader reader;
    private final UserCredentialWriter writer;
    private final CredentialLearning learning;
    private final UserCredentialEvents events;

    UserCredentialLock(LockEndpoint lock, UserCapabilities.Report users, CredentialCapabilities.Report credentials) {
        this.lock = lock;
        this.users = users;
        this.credentials = credentials;
        this.reader = new UserCredentialReader(lock, users.supportedUsers(), ledger);
        this.writer = new UserCredentialWriter(lock, users, reader, ledger);
        this.learning = new CredentialLearning(lock, reader);
        this.events = new UserCredentialEvents(lock);
    }

    @Override
    public Capabilities capabilities(Set<Capabilities.Feature> others) {
        return UserCredentialCapabilities.of(users, credentials, others);
    }

    @Override
    public List<Finding> objections(Optional<String> name) {
        return name.filter(text -> UserName.shortest(text, users.encodings(), users.maxNameLength())
                        .isEmpty())
                .map(text -> List.of(Finding.invalid(
                        "name",
                        "this lock writes names in " + users.encodings() + ", up to " + users.maxNameLength()
                                + " bytes")))
                .orElse(List.of());
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return reader.readAll();
    }

    @Override
    public CompletableFuture<OptionalLong> checksum() {
        return users.allUsersChecksum()
                ? lock.channel().get(new AllUsersChecksum.Get()).thenApply(report -> OptionalLong.of(report.checksum()))
                : CompletableFuture.completedFuture(OptionalLong.empty());
    }

    @Override
    public CompletableFuture<OptionalLong> expectedChecksum() {
        return CompletableFuture.completedFuture(ledger.expected());
    }

    @Override
    public CompletableFuture<UserState> readUser(int index) {
        return reader.readUser(index);
    }

    @Override
    public CompletableFuture<SlotState> readCredential(Credential place) {
        return typed(place, type -> reader.readCredential(place, type));
    }

    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        return typed(credential.place(), type -> reader.holds(credential, type));
    }

    @Override
    public CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return typed(place, type -> reader.reveal(place, type));
    }

    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user) {
        return writer.writeUser(mode, user);
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return writer.setEnabled(userIndex, enabled);
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return writer.deleteUser(index);
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return writer.deleteAllUsers();
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential) {
        return typed(credential.place(), type -> writer.writeCredential(mode, credential, type));
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return typed(place, type -> writer.deleteCredential(userIndex, place, type));
    }

    @Override
    public CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience) {
        ledger.forget();
        return typed(place, type -> learning.start(userIndex, place, type, patience));
    }

    @Override
    public CompletableFuture<Outcome> cancelLearning() {
        return learning.cancel();
    }

    @Override
    public CompletableFuture<Outcome> assign(Credential place, int userIndex) {
        return typed(place, type -> writer.assign(place, type, userIndex));
    }

    @Override
    public CompletableFuture<Occupancy> readAdminCode() {
        if (!credentials.adminPin()) {
            return Failures.unsupported("an admin code");
        }
        return lock.channel().get(new AdminPinCode.Get()).thenApply(report -> {
            report.code().ifPresent(Secret::wipe);
            return report.code().isPresent() ? Occupancy.OCCUPIED : Occupancy.FREE;
        });
    }

    @Override
    public CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        if (!credentials.adminPin() || code.isEmpty() && !credentials.adminPinDeactivation()) {
            return Failures.unsupported(code.isEmpty() ? "to be without an admin code" : "an admin code");
        }
        return writer.writeAdminCode(code);
    }

    @Override
    public void heard(Command command, boolean answer) {
        if (command instanceof CredentialLearn.Report report) {
            learning.heard(report);
        } else {
            events.heard(command, answer);
        }
    }

    private static <T> CompletableFuture<T> typed(
            Credential place, Function<CredentialType, CompletableFuture<T>> operation) {
        return Terms.of(place.type())
                .map(operation)
                .orElseGet(() -> Failures.unsupported("credentials of type " + place.type()));
    }
}
