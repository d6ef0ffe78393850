package org.lockcredentials.simulation;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/** Changes a lock's contents for one writer: refuses, does, notes and tells. */
final class Writes {

    private final LockProfile profile;
    private final Contents contents;
    private final Refusals refusals;
    private final AuditTrail audit;
    private final Announcer announcer;
    private final String writer;

    Writes(
            LockProfile profile,
            Contents contents,
            Refusals refusals,
            AuditTrail audit,
            Announcer announcer,
            String writer) {
        this.profile = profile;
        this.contents = contents;
        this.refusals = refusals;
        this.audit = audit;
        this.announcer = announcer;
        this.writer = writer;
    }

    Outcome user(WriteMode mode, UserWrite write) {
        refusals.user(mode, write.user(), writer);
        Optional<StoredUser> before = contents.user(write.user().index());
        StoredUser after = before.map(there -> changed(there, write)).orElseGet(() -> made(write));
        if (before.filter(after::equals).isPresent()) {
            return Outcome.NO_CHANGE;
        }
        putUser(before, signed(after));
        return Outcome.CONFIRMED;
    }

    Outcome enabled(int index, boolean enabled) {
        StoredUser before = refusals.existing(index);
        if (profile.capabilities().enabling() != Capabilities.Enabling.NATIVE) {
            throw refusals.refusal(Reason.UNSUPPORTED, "it has no state for a user");
        }
        if (before.user().enabled() == enabled) {
            return Outcome.NO_CHANGE;
        }
        putUser(Optional.of(before), signed(before.with(before.user().withEnabled(enabled))));
        return Outcome.CONFIRMED;
    }

    /** Ends a user whose time is over: disables it, or deletes it where the lock has no state for that. */
    void retire(int index) {
        if (profile.capabilities().enabling() == Capabilities.Enabling.NATIVE) {
            enabled(index, false);
        } else {
            deleteUser(index);
        }
    }

    Outcome deleteUser(int index) {
        refusals.userInRange(index);
        Optional<StoredUser> there = contents.user(index);
        there.ifPresent(user -> {
            contents.removeUser(index);
            note(AuditTrail.Deed.DELETED, index, Optional.empty(), Optional.of(owner(user)));
            announcer.user(Change.DELETED, Optional.of(index));
        });
        return there.isPresent() ? Outcome.CONFIRMED : Outcome.NO_CHANGE;
    }

    Outcome deleteAllUsers() {
        if (contents.users().isEmpty()) {
            return Outcome.NO_CHANGE;
        }
        for (StoredUser user : contents.users()) {
            contents.removeUser(user.index());
            note(AuditTrail.Deed.DELETED, user.index(), Optional.empty(), Optional.of(owner(user)));
        }
        announcer.user(Change.DELETED, Optional.empty());
        return Outcome.CONFIRMED;
    }

    Outcome credential(WriteMode mode, CredentialWrite write) {
        refusals.credential(mode, write.userIndex(), write.place(), write.secret(), writer);
        boolean same = contents.credential(write.place())
                .filter(held -> held.secret().equals(write.secret()))
                .isPresent();
        if (same && profile.has(Trait.DUPLICATE_OF_ITSELF)) {
            throw refusals.refusal(Reason.DUPLICATE, "the lock holds this code already");
        }
        if (same) {
            return Outcome.NO_CHANGE;
        }
        enrol(write.userIndex(), write.place(), write.secret());
        return Outcome.CONFIRMED;
    }

    /** Keeps a credential that was found to be in order. */
    void enrol(int userIndex, Credential place, Secret secret) {
        if (contents.user(userIndex).isEmpty()) {
            contents.put(made(new UserWrite(User.general(userIndex, Optional.empty()), Optional.empty())));
        }
        Optional<StoredCredential> before = contents.credential(place);
        contents.put(new StoredCredential(place, userIndex, secret, writer));
        note(AuditTrail.Deed.WRITTEN, userIndex, Optional.of(place), before.map(Writes::owner));
        announcer.credential(before.isPresent() ? Change.MODIFIED : Change.ADDED, place, userIndex);
    }

    /** @param claimed whose it is said to be, 0 if that is not known */
    Outcome deleteCredential(int claimed, Credential place) {
        refusals.credentialInRange(place);
        Optional<StoredCredential> there = contents.credential(place);
        if (there.isEmpty()) {
            return Outcome.NO_CHANGE;
        }
        int userIndex = there.get().userIndex();
        if (claimed != 0 && claimed != userIndex) {
            throw refusals.refusal(Reason.REJECTED, "the credential is not that user's");
        }
        contents.removeCredential(place);
        note(AuditTrail.Deed.DELETED, userIndex, Optional.of(place), there.map(Writes::owner));
        announcer.credential(Change.DELETED, place, userIndex);
        boolean last = contents.credentialsOf(userIndex).isEmpty();
        if (last && (profile.slotIsUser() || profile.has(Trait.USER_ENDS_WITH_LAST_CREDENTIAL))) {
            deleteUser(userIndex);
        }
        return Outcome.CONFIRMED;
    }

    Outcome assign(Credential place, int userIndex) {
        Capabilities.Credentials can = refusals.credentialInRange(place);
        StoredCredential held = contents.credential(place)
                .orElseThrow(() -> refusals.refusal(Reason.NOT_FOUND, "there is no such credential"));
        refusals.owner(refusals.existing(userIndex), writer);
        if (held.userIndex() == userIndex) {
            return Outcome.NO_CHANGE;
        }
        refusals.roomForOneMore(WriteMode.ADD, userIndex, place.type(), can);
        contents.put(held.of(userIndex));
        announcer.credential(Change.MODIFIED, place, userIndex);
        return Outcome.CONFIRMED;
    }

    Outcome adminCode(Optional<Secret> code) {
        code.ifPresent(refusals::adminCode);
        if (contents.adminCode().equals(code)) {
            return Outcome.NO_CHANGE;
        }
        contents.adminCode(code);
        return Outcome.CONFIRMED;
    }

    Outcome schedules(int userIndex, List<Schedule> schedules) {
        refusals.schedules(userIndex, schedules);
        StoredUser before = refusals.existing(userIndex);
        if (before.user().schedules().equals(schedules)) {
            return Outcome.NO_CHANGE;
        }
        putUser(Optional.of(before), signed(before.withSchedules(schedules)));
        return Outcome.CONFIRMED;
    }

    private void putUser(Optional<StoredUser> before, StoredUser after) {
        contents.put(after);
        note(AuditTrail.Deed.WRITTEN, after.index(), Optional.empty(), before.map(Writes::owner));
        announcer.user(before.isPresent() ? Change.MODIFIED : Change.ADDED, Optional.of(after.index()));
    }

    private StoredUser made(UserWrite write) {
        User blank = write.user().withSchedules(List.of()).withName(kept(write.user()));
        return new StoredUser(by(blank, writer), write.expiry(), Optional.empty());
    }

    private StoredUser changed(StoredUser before, UserWrite write) {
        User wanted = write.user();
        User after = new User(
                wanted.index(),
                kept(wanted),
                wanted.enabled(),
                wanted.type(),
                wanted.rule(),
                List.of(),
                before.user().schedules(),
                before.user().creator(),
                before.user().modifier());
        return new StoredUser(after, write.expiry(), before.firstUse());
    }

    private Optional<String> kept(User user) {
        return profile.capabilities().users().maxNameLength() > 0 ? user.name() : Optional.empty();
    }

    private StoredUser signed(StoredUser user) {
        return user.with(by(user.user(), user.creator()));
    }

    private User by(User user, String creator) {
        return new User(
                user.index(),
                user.name(),
                user.enabled(),
                user.type(),
                user.rule(),
                List.of(),
                user.schedules(),
                Optional.of(creator),
                Optional.of(writer));
    }

    private void note(
            AuditTrail.Deed deed, int user, Optional<Credential> credential, Optional<AuditTrail.Owner> replaced) {
        audit.note(new AuditTrail.Entry(writer, deed, user, credential, replaced));
    }

    private static AuditTrail.Owner owner(StoredUser user) {
        return new AuditTrail.Owner(user.creator(), user.index());
    }

    private static AuditTrail.Owner owner(StoredCredential credential) {
        return new AuditTrail.Owner(credential.creator(), credential.userIndex());
    }
}
