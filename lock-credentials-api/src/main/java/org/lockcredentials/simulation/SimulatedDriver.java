package org.lockcredentials.simulation;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Door;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/** What a host holds of a simulated lock: each method is one request on its line. */
final class SimulatedDriver implements LockDriver {

    private final Interior lock;
    private final LockProfile profile;
    private final Contents contents;
    private final Refusals refusals;
    private final Writes writes;
    private final Line line;
    private volatile Optional<Capabilities> known = Optional.empty();

    SimulatedDriver(Interior lock, Line line) {
        this.lock = lock;
        this.line = line;
        profile = lock.profile;
        contents = lock.contents;
        refusals = lock.refusals;
        writes = lock.writes(Interior.SDK);
    }

    @Override
    public LockInfo info() {
        return new LockInfo(
                profile.id(),
                profile.name(),
                Optional.of("Lock Credentials"),
                Optional.of(profile.model()),
                !line.isClosed(),
                LockTags.none());
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        if (known.isPresent()) {
            return completedFuture(known.get());
        }
        return ask(LockRequest.READ_CAPABILITIES, profile::capabilities).thenApply(told -> {
            known = Optional.of(told);
            return told;
        });
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return ask(LockRequest.READ_ALL, () -> {
            List<User> users = contents.users().stream().map(this::told).toList();
            Set<Credential> masked = new HashSet<>();
            users.forEach(user -> user.credentials().stream()
                    .filter(place -> profile.masks(place.type()))
                    .forEach(masked::add));
            return new LockContents(users, Set.of(), masked);
        });
    }

    @Override
    public CompletableFuture<OptionalLong> checksum() {
        return profile.capabilities().has(Capabilities.Feature.CHECKSUM)
                ? ask(LockRequest.READ_CHECKSUM, () -> OptionalLong.of(contents.revision()))
                : completedFuture(OptionalLong.empty());
    }

    @Override
    public CompletableFuture<UserState> readUser(int index) {
        return ask(LockRequest.READ_USER, () -> {
            refusals.userInRange(index);
            return contents.user(index).map(user -> UserState.of(told(user))).orElseGet(UserState::free);
        });
    }

    @Override
    public CompletableFuture<SlotState> readCredential(Credential place) {
        return ask(LockRequest.READ_CREDENTIAL, () -> {
            refusals.credentialInRange(place);
            return contents.credential(place)
                    .map(held -> profile.masks(place.type())
                            ? SlotState.unknown(place)
                            : SlotState.occupied(place, held.userIndex()))
                    .orElseGet(() -> SlotState.free(place));
        });
    }

    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        if (!profile.showsData(credential.place().type())) {
            return completedFuture(Optional.empty());
        }
        return sending(
                credential,
                sent -> ask(
                        LockRequest.COMPARE_CREDENTIAL,
                        () -> Optional.of(contents.credential(sent.place())
                                .filter(held -> held.userIndex() == sent.userIndex()
                                        && held.secret().equals(sent.secret()))
                                .isPresent())));
    }

    @Override
    public CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return profile.showsData(place.type())
                ? ask(
                        LockRequest.REVEAL_CREDENTIAL,
                        () -> contents.credential(place)
                                .map(held -> held.secret().copy()))
                : LockDriver.super.reveal(place);
    }

    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user) {
        return line.ask(
                LockRequest.WRITE_USER,
                () -> squat(somebody -> somebody.takeUser(user.user().index())),
                () -> done(() -> writes.user(mode, user)));
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return ask(LockRequest.SET_ENABLED, () -> writes.enabled(userIndex, enabled));
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return ask(LockRequest.DELETE_USER, () -> writes.deleteUser(index));
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return ask(LockRequest.DELETE_ALL_USERS, writes::deleteAllUsers);
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential) {
        return sending(
                credential,
                sent -> line.ask(
                        LockRequest.WRITE_CREDENTIAL,
                        () -> squat(somebody -> somebody.takeCredential(sent.userIndex(), sent.place())),
                        () -> done(() -> writes.credential(mode, sent))));
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return ask(LockRequest.DELETE_CREDENTIAL, () -> writes.deleteCredential(userIndex, place));
    }

    @Override
    public CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience) {
        return line.ask(
                LockRequest.LEARN,
                () -> squat(somebody -> somebody.takeCredential(userIndex, place)),
                () -> lock.act(() -> lock.learning.start(userIndex, place, patience, Interior.SDK)));
    }

    @Override
    public CompletableFuture<Outcome> cancelLearning() {
        boolean learns =
                profile.capabilities().credentials().values().stream().anyMatch(Capabilities.Credentials::learnable);
        return learns
                ? ask(LockRequest.CANCEL_LEARNING, () -> lock.learning.cancel())
                : LockDriver.super.cancelLearning();
    }

    @Override
    public CompletableFuture<Outcome> assign(Credential place, int userIndex) {
        return profile.capabilities().has(Capabilities.Feature.CREDENTIAL_ASSIGNMENT)
                ? ask(LockRequest.ASSIGN_CREDENTIAL, () -> writes.assign(place, userIndex))
                : LockDriver.super.assign(place, userIndex);
    }

    @Override
    public CompletableFuture<Occupancy> readAdminCode() {
        return profile.capabilities().has(Capabilities.Feature.ADMIN_CODE)
                ? ask(
                        LockRequest.READ_ADMIN_CODE,
                        () -> contents.adminCode().isPresent() ? Occupancy.OCCUPIED : Occupancy.FREE)
                : LockDriver.super.readAdminCode();
    }

    @Override
    public CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        if (!profile.capabilities().has(Capabilities.Feature.ADMIN_CODE)) {
            return LockDriver.super.writeAdminCode(code);
        }
        return sending(code, sent -> ask(LockRequest.WRITE_ADMIN_CODE, () -> writes.adminCode(sent)));
    }

    @Override
    public CompletableFuture<List<Schedule>> readSchedules(int userIndex) {
        return profile.capabilities().schedules().isEmpty()
                ? LockDriver.super.readSchedules(userIndex)
                : ask(
                        LockRequest.READ_SCHEDULES,
                        () -> refusals.existing(userIndex).user().schedules());
    }

    @Override
    public CompletableFuture<Outcome> writeSchedules(int userIndex, List<Schedule> schedules) {
        return profile.capabilities().schedules().isEmpty()
                ? LockDriver.super.writeSchedules(userIndex, schedules)
                : ask(LockRequest.WRITE_SCHEDULES, () -> writes.schedules(userIndex, schedules));
    }

    @Override
    public CompletableFuture<Door.State> doorState() {
        return profile.capabilities().has(Capabilities.Feature.DOOR_OPERATION)
                ? ask(LockRequest.READ_DOOR, () -> lock.bolt.state())
                : LockDriver.super.doorState();
    }

    @Override
    public CompletableFuture<Outcome> operate(DoorCommand command, Optional<Secret> code) {
        Capabilities.Feature needed = command instanceof DoorCommand.Unbolt
                ? Capabilities.Feature.UNBOLTING
                : Capabilities.Feature.DOOR_OPERATION;
        if (!profile.capabilities().has(needed)) {
            return LockDriver.super.operate(command, code);
        }
        return sending(code, sent -> ask(LockRequest.OPERATE_DOOR, () -> lock.remote.operate(command, sent)));
    }

    private User told(StoredUser user) {
        return user.told(contents.credentialsOf(user.index()), profile.has(Trait.TELLS_OWNERS));
    }

    private <T> CompletableFuture<T> sending(
            CredentialWrite credential, Function<CredentialWrite, CompletableFuture<T>> request) {
        return sending(
                Optional.of(credential.secret()),
                sent -> request.apply(
                        new CredentialWrite(credential.userIndex(), credential.place(), sent.orElseThrow())));
    }

    /** What was sent is under way even if the host gives up, so the lock has a copy, which it wipes between two deeds and never in one. */
    private <T> CompletableFuture<T> sending(
            Optional<Secret> secret, Function<Optional<Secret>, CompletableFuture<T>> request) {
        Optional<Secret> sent = secret.map(Secret::copy);
        CompletableFuture<T> answer = request.apply(sent);
        answer.whenComplete((outcome, error) -> lock.between(() -> sent.ifPresent(Secret::wipe)));
        return answer.copy();
    }

    private void squat(Consumer<Squatter> somebody) {
        lock.inside(() -> somebody.accept(lock.squatter()));
    }

    private <T> CompletableFuture<T> ask(LockRequest request, Supplier<T> deed) {
        return line.ask(request, () -> done(deed));
    }

    private <T> CompletableFuture<T> done(Supplier<T> deed) {
        return completedFuture(lock.act(deed));
    }
}
