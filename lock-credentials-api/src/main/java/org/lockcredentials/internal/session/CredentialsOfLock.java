package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Credentials;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.internal.queue.Turn;
import org.lockcredentials.internal.record.UserRecord;
import org.lockcredentials.spi.LockDriver;

/** The credentials of one lock. */
final class CredentialsOfLock implements Credentials {

    private final LockDesk desk;
    private final Survey survey;
    private final Writes writes;
    private final CredentialSetting setting;
    private final Learning learning;

    CredentialsOfLock(LockDesk desk, Survey survey, Places places, Writes writes) {
        this.desk = desk;
        this.survey = survey;
        this.writes = writes;
        this.setting = new CredentialSetting(desk, survey, places, writes);
        this.learning = new Learning(desk, survey, places);
    }

    @Override
    public CompletableFuture<Receipt> set(int userIndex, NewCredential credential) {
        return desk.unlessWiped(List.of(credential.secret()), () -> setOwn(userIndex, credential));
    }

    private CompletableFuture<Receipt> setOwn(int userIndex, NewCredential credential) {
        Secret secret = credential.secret().copy();
        NewCredential own = new NewCredential(credential.type(), credential.slot(), secret);
        return desk.run(
                List.of(secret),
                (turn, capabilities) -> UsersOfLock.valid(checked(capabilities, userIndex, own))
                        .thenCompose(valid -> setting.set(turn, capabilities, userIndex, own)));
    }

    @Override
    public CompletableFuture<SlotState> status(CredentialType type, int slot) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).slot(type, slot))
                .thenCompose(valid -> survey.readCredential(turn, new Credential(type, slot))));
    }

    @Override
    public CompletableFuture<Receipt> delete(CredentialType type, int slot) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).writableSlot(type, slot))
                .thenCompose(valid -> delete(turn, capabilities, new Credential(type, slot))));
    }

    @Override
    public CompletableFuture<Receipt> learn(int userIndex, CredentialType type, Duration patience) {
        return learning.learn(userIndex, type, patience);
    }

    @Override
    public CompletableFuture<Receipt> cancelLearning() {
        return learning.cancel();
    }

    @Override
    public CompletableFuture<Receipt> assign(Credential place, int userIndex) {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(validation(capabilities)
                        .feature(Capabilities.Feature.CREDENTIAL_ASSIGNMENT, "handing a credential to another user")
                        .writableSlot(place.type(), place.slot())
                        .writableUser(userIndex))
                .thenCompose(valid -> turn.tell(driver -> driver.assign(place, userIndex)))
                .thenApply(outcome -> {
                    desk.memory().doubtCredential(place);
                    desk.memory().doubtUser(userIndex);
                    return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
                }));
    }

    @Override
    public CompletableFuture<Occupancy> adminCode() {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).feature(Capabilities.Feature.ADMIN_CODE, "an admin code"))
                .thenCompose(valid -> turn.ask(LockDriver::readAdminCode)));
    }

    @Override
    public CompletableFuture<Receipt> setAdminCode(Secret code) {
        return desk.unlessWiped(List.of(code), () -> setOwnAdminCode(code));
    }

    private CompletableFuture<Receipt> setOwnAdminCode(Secret code) {
        Secret own = code.copy();
        return desk.run(
                List.of(own),
                (turn, capabilities) -> UsersOfLock.valid(
                                validation(capabilities).adminCode(own))
                        .thenCompose(valid -> turn.tell(driver -> driver.writeAdminCode(Optional.of(own))))
                        .thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    @Override
    public CompletableFuture<Receipt> clearAdminCode() {
        return desk.run((turn, capabilities) -> UsersOfLock.valid(
                        validation(capabilities).feature(Capabilities.Feature.ADMIN_CODE, "an admin code"))
                .thenCompose(valid -> turn.tell(driver -> driver.writeAdminCode(Optional.empty())))
                .thenApply(outcome -> Receipt.of(desk.id(), outcome)));
    }

    private Validation validation(Capabilities capabilities) {
        return new Validation(capabilities, desk.context());
    }

    private Validation checked(Capabilities capabilities, int userIndex, NewCredential credential) {
        boolean missing = desk.users().find(userIndex).isEmpty()
                && desk.memory()
                        .slots()
                        .userAt(userIndex)
                        .filter(Occupancy.FREE::equals)
                        .isPresent();
        Validation validation = validation(capabilities)
                .credential(credential)
                .writableUser(userIndex)
                .slotOfUser(credential.slot(), userIndex)
                .knownUser(missing, userIndex);
        if (!Shape.slotIsUser(capabilities)) {
            desk.memory()
                    .user(userIndex)
                    .ifPresent(
                            user -> validation.perUser(credential.type(), CredentialSetting.after(user, credential)));
        }
        return validation;
    }

    private CompletableFuture<Receipt> delete(Turn turn, Capabilities capabilities, Credential place) {
        if (Shape.slotIsUser(capabilities)) {
            return deleteOnLock(turn, place).thenApply(outcome -> {
                boolean disabled = desk.users()
                        .find(place.slot(), UserRecord.State.DISABLED)
                        .isPresent();
                // No user without a code: with its only code the user is gone, a kept one excepted, who never had one.
                if (desk.users().find(place.slot(), UserRecord.State.KEPT).isEmpty()) {
                    desk.users().forget(place.slot());
                    desk.memory().slots().release(LockDesk.holderOf(place.slot()));
                }
                return receipt(disabled ? outcome.and(Outcome.CONFIRMED) : outcome, place.slot(), place);
            });
        }
        Optional<UserRecord> disabled = desk.users().all().stream()
                .filter(user -> user.is(UserRecord.State.DISABLED))
                .filter(user -> user.user().credentials().contains(place))
                .findFirst();
        if (disabled.isPresent()) {
            return Shape.done(dropKept(disabled.get(), place));
        }
        return survey.credential(turn, place)
                .thenCompose(state -> state.occupancy() == Occupancy.FREE
                        ? Shape.done(Receipt.of(desk.id(), Outcome.NO_CHANGE))
                        : writes.deleteCredential(turn, state.userIndex().orElse(0), place)
                                .thenApply(
                                        outcome -> new Receipt(desk.id(), outcome, state.userIndex(), List.of(place))));
    }

    /** A lock that has no word for it says of a slot that was free before that it is deleted. */
    private CompletableFuture<Outcome> deleteOnLock(Turn turn, Credential place) {
        boolean free = desk.memory()
                .slots()
                .credentialAt(place)
                .filter(state -> state.occupancy() == Occupancy.FREE)
                .isPresent();
        return free ? Shape.done(Outcome.NO_CHANGE) : writes.deleteCredential(turn, place.slot(), place);
    }

    private Receipt dropKept(UserRecord record, Credential place) {
        Map<Credential, Secret> codes = desk.users().codes(record.index());
        try {
            Map<Credential, Secret> rest = new LinkedHashMap<>(codes);
            rest.remove(place);
            List<Credential> left = new ArrayList<>(record.user().credentials());
            left.remove(place);
            desk.users().keepCodes(record.index(), rest);
            desk.users().put(UserRecord.disabled(record.user().withCredentials(left)));
            return receipt(Outcome.CONFIRMED, record.index(), place);
        } finally {
            codes.values().forEach(Secret::wipe);
        }
    }

    private Receipt receipt(Outcome outcome, int userIndex, Credential place) {
        return Receipt.of(desk.id(), outcome, userIndex, List.of(place));
    }
}
