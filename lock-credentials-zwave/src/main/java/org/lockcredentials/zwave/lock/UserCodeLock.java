package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Finding;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.UserType;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercode.AdminCode;
import org.lockcredentials.zwave.command.usercode.UserCodeCapabilities;
import org.lockcredentials.zwave.command.usercode.UserCodeChecksum;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.lock.quirk.Quirks;

/** A lock with numbered users that are their codes' slots (User Code CC v1 and v2, SDS13781 §4.115 and §4.116). */
final class UserCodeLock implements UserDatabase {

    private static final int MIN_LENGTH = 4;
    private static final int MAX_LENGTH = 10;

    private final LockEndpoint lock;
    private final int supportedUsers;
    private final Optional<UserCodeCapabilities.Report> capabilities;
    private final Quirks quirks;
    private final ChecksumLedger ledger = new ChecksumLedger();
    private final UserCodeReader reader;
    private final UserCodeWriter writer;
    private final UserCodeEvents events;

    /** @param capabilities of a lock of version 2 */
    UserCodeLock(
            LockEndpoint lock, int supportedUsers, Optional<UserCodeCapabilities.Report> capabilities, Quirks quirks) {
        this.lock = lock;
        this.supportedUsers = supportedUsers;
        this.capabilities = capabilities;
        this.quirks = quirks;
        this.reader = new UserCodeReader(lock, supportedUsers, quirks.hidesCodes(), capabilities, ledger);
        this.writer = new UserCodeWriter(lock, reader, ledger);
        this.events = new UserCodeEvents(lock);
    }

    @Override
    public Capabilities capabilities(Set<Feature> others) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        features.addAll(others);
        if (has(UserCodeCapabilities.Report::checksum)) {
            features.add(Feature.CHECKSUM);
        }
        if (has(UserCodeCapabilities.Report::adminCode)) {
            features.add(Feature.ADMIN_CODE);
        }
        return new Capabilities(
                new Capabilities.Users(
                        supportedUsers,
                        0,
                        Set.of(UserType.GENERAL),
                        Set.of(CredentialRule.SINGLE),
                        Capabilities.UserModel.SLOT_IS_USER),
                Map.of(
                        CredentialType.PIN,
                        new Capabilities.Credentials(
                                supportedUsers, MIN_LENGTH, MAX_LENGTH, 1, true, false, readBack())),
                Map.of(),
                canDisable() ? Capabilities.Enabling.NATIVE : Capabilities.Enabling.EMULATED,
                features);
    }

    /** It holds no names. */
    @Override
    public List<Finding> objections(Optional<String> name) {
        return List.of();
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return reader.readAll();
    }

    @Override
    public CompletableFuture<OptionalLong> checksum() {
        return has(UserCodeCapabilities.Report::checksum)
                ? lock.channel().get(new UserCodeChecksum.Get()).thenApply(report -> OptionalLong.of(report.checksum()))
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
        return place.type() == CredentialType.PIN ? reader.readCredential(place) : noSuchType(place);
    }

    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        if (credential.place().type() != CredentialType.PIN) {
            return noSuchType(credential.place());
        }
        return reader.read(credential.place().slot()).thenApply(slot -> {
            Optional<Boolean> holds = slot.holds(credential.secret());
            slot.wipe();
            return holds;
        });
    }

    @Override
    public CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return place.type() == CredentialType.PIN
                ? reader.read(place.slot()).thenApply(CodeSlot::revealed)
                : noSuchType(place);
    }

    /** Nothing but the state of a user that has a code can be written: the lock keeps no user without one, and no names. */
    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user) {
        return mode == WriteMode.MODIFY
                ? setEnabled(user.user().index(), user.user().enabled())
                : Failures.unsupported("users without a code");
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return canDisable() ? writer.setEnabled(userIndex, enabled) : Failures.unsupported("disabling users");
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return writer.delete(index);
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return writer.deleteAll();
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential) {
        return credential.place().type() == CredentialType.PIN
                ? writer.write(mode, credential)
                : noSuchType(credential.place());
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return place.type() == CredentialType.PIN ? writer.delete(place.slot()) : noSuchType(place);
    }

    @Override
    public CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience) {
        return Failures.unsupported("learning a credential");
    }

    @Override
    public CompletableFuture<Outcome> cancelLearning() {
        return Failures.unsupported("learning a credential");
    }

    @Override
    public CompletableFuture<Outcome> assign(Credential place, int userIndex) {
        return Failures.unsupported("handing a credential to another user");
    }

    /** Asterisks stand for a code that is there. */
    @Override
    public CompletableFuture<Occupancy> readAdminCode() {
        if (!has(UserCodeCapabilities.Report::adminCode)) {
            return Failures.unsupported("an admin code");
        }
        return lock.channel().get(new AdminCode.Get()).thenApply(report -> {
            report.code().ifPresent(Secret::wipe);
            return report.code().isPresent() ? Occupancy.OCCUPIED : Occupancy.FREE;
        });
    }

    @Override
    public CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        boolean possible = has(UserCodeCapabilities.Report::adminCode)
                && (code.isPresent() || has(UserCodeCapabilities.Report::adminCodeDeactivation));
        return possible
                ? writer.writeAdminCode(code)
                : Failures.unsupported(code.isEmpty() ? "to be without an admin code" : "an admin code");
    }

    @Override
    public void heard(Command command, boolean answer) {
        writer.heard(command);
        events.heard(command, answer);
    }

    /**
     * In version 1 the same number says that an administrator holds the place, and nothing of whether its code opens: locks are known that go on
     * opening. The status is written together with the code only, so that a user whose code is masked can be disabled neither by it nor by
     * taking the code off.
     */
    private boolean canDisable() {
        return capabilities
                .map(found -> found.statuses().contains(UserIdStatus.DISABLED))
                .orElse(false);
    }

    private Capabilities.ReadBack readBack() {
        return quirks.hidesCodes() ? Capabilities.ReadBack.MASKED : Capabilities.ReadBack.DATA;
    }

    private boolean has(Predicate<UserCodeCapabilities.Report> what) {
        return capabilities.filter(what).isPresent();
    }

    private static <T> CompletableFuture<T> noSuchType(Credential place) {
        return Failures.unsupported("credentials of type " + place.type());
    }
}
