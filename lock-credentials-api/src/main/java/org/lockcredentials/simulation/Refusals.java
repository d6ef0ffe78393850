package org.lockcredentials.simulation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.User;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.spi.WriteMode;

/** What a strict lock refuses; each method returns in silence or throws the refusal. */
final class Refusals {

    private final LockProfile profile;
    private final Contents contents;

    Refusals(LockProfile profile, Contents contents) {
        this.profile = profile;
        this.contents = contents;
    }

    void user(WriteMode mode, User wanted, String writer) {
        Capabilities.Users can = profile.capabilities().users();
        userInRange(wanted.index());
        int nameLength = wanted.name().map(String::length).orElse(0);
        refuseIf(can.maxNameLength() > 0 && nameLength > can.maxNameLength(), "the name is too long");
        refuseIf(!can.types().contains(wanted.type()), "it has no users of that type");
        refuseIf(!can.rules().contains(wanted.rule()), "it has no such credential rule");
        Optional<StoredUser> there = contents.user(wanted.index());
        place(mode, there.isPresent());
        refuseIf(mode == WriteMode.ADD && profile.slotIsUser(), "it holds no user without a code");
        there.ifPresent(user -> owner(user, writer));
    }

    void credential(WriteMode mode, int userIndex, Credential place, Secret secret, String writer) {
        Capabilities.Credentials can = credentialInRange(place);
        refuseIf(!can.writable(), "it takes no data for a " + place.type());
        refuseIf(secret.length() < can.minLength() || secret.length() > can.maxLength(), "the length is not possible");
        refuseIf(place.type() == CredentialType.PIN && !secret.isAsciiDigits(), "a PIN has digits only");
        credentialHolder(mode, userIndex, place, can, writer);
        unique(place, secret);
    }

    /** What is refused whatever the credential says. */
    void credentialHolder(
            WriteMode mode, int userIndex, Credential place, Capabilities.Credentials can, String writer) {
        Optional<StoredCredential> there = contents.credential(place);
        place(mode, there.isPresent());
        if (there.isPresent() && there.get().userIndex() != userIndex) {
            throw refusal(Reason.OCCUPIED, "the slot is taken");
        }
        if (profile.slotIsUser()) {
            refuseIf(place.slot() != userIndex, "a code's slot is its user");
        } else {
            owner(existing(userIndex), writer);
        }
        roomForOneMore(mode, userIndex, place.type(), can);
    }

    /** Says that a code is taken, never by whom. */
    void unique(Credential place, Secret secret) {
        boolean elsewhere = contents.find(place.type(), secret)
                .filter(held -> !held.place().equals(place))
                .isPresent();
        boolean admin = place.type() == CredentialType.PIN
                && contents.adminCode().filter(secret::equals).isPresent();
        if (elsewhere || admin) {
            throw refusal(Reason.DUPLICATE, "the lock holds this code already");
        }
    }

    void adminCode(Secret code) {
        refuseIf(code.length() < 4 || code.length() > 10 || !code.isAsciiDigits(), "an admin code has 4 to 10 digits");
        if (contents.find(CredentialType.PIN, code).isPresent()) {
            throw refusal(Reason.DUPLICATE, "the lock holds this code already");
        }
    }

    void schedules(int userIndex, List<Schedule> wanted) {
        existing(userIndex);
        Map<ScheduleKind, Integer> places = profile.capabilities().schedules();
        Map<ScheduleKind, Long> counted =
                wanted.stream().collect(Collectors.groupingBy(Schedule::kind, Collectors.counting()));
        counted.forEach((kind, count) -> {
            if (!places.containsKey(kind)) {
                throw refusal(Reason.UNSUPPORTED, "it has no schedules of kind " + kind);
            }
            long elsewhere = kind == ScheduleKind.HOLIDAY ? holidaysBeside(userIndex) : 0;
            if (count + elsewhere > places.get(kind)) {
                throw refusal(Reason.FULL, "it has no more places for schedules of kind " + kind);
            }
        });
    }

    StoredUser existing(int userIndex) {
        return contents.user(userIndex).orElseThrow(() -> refusal(Reason.NOT_FOUND, "there is no such user"));
    }

    void userInRange(int index) {
        refuseIf(index > profile.capabilities().users().max(), "it has no such user index");
    }

    Capabilities.Credentials credentialInRange(Credential place) {
        Capabilities.Credentials can = profile.capabilities()
                .credentials(place.type())
                .orElseThrow(() -> refusal(Reason.UNSUPPORTED, "it has no credentials of type " + place.type()));
        refuseIf(place.slot() > can.slots(), "it has no such slot");
        return can;
    }

    void owner(StoredUser user, String writer) {
        if (profile.has(Trait.GUARDS_OWNERS) && !user.creator().equals(writer)) {
            throw refusal(Reason.FOREIGN_OWNER, "another administrator made this user");
        }
    }

    void roomForOneMore(WriteMode mode, int userIndex, CredentialType type, Capabilities.Credentials can) {
        long held = contents.credentialsOf(userIndex).stream()
                .filter(place -> place.type() == type)
                .count();
        if (mode == WriteMode.ADD && held >= can.perUser()) {
            throw refusal(Reason.FULL, "the user can have no more credentials of that type");
        }
    }

    LockCredentialException refusal(Reason reason, String message) {
        return new LockCredentialException(reason, message).at(profile.id());
    }

    private long holidaysBeside(int userIndex) {
        return contents.users().stream()
                .filter(other -> other.index() != userIndex)
                .flatMap(other -> other.user().schedules().stream())
                .filter(schedule -> schedule.kind() == ScheduleKind.HOLIDAY)
                .count();
    }

    private void place(WriteMode mode, boolean taken) {
        if (mode == WriteMode.ADD && taken) {
            throw refusal(Reason.OCCUPIED, "the place is taken");
        }
        if (mode == WriteMode.MODIFY && !taken) {
            throw refusal(Reason.NOT_FOUND, "there is nothing at that place");
        }
    }

    private void refuseIf(boolean bad, String message) {
        if (bad) {
            throw refusal(Reason.REJECTED, message);
        }
    }
}
