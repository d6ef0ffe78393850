package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lockcredentials.AccessRequest;
import org.lockcredentials.Capabilities;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.NewCredential;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.schedule.ScheduleKind;

/** What can be found wrong with a request by looking at it and at what the lock can do; collects all of it. */
final class Validation {

    /** Names that the SDK keeps are bounded by what a display shows, not by the lock. */
    private static final int LONGEST_KEPT_NAME = 64;

    private final Capabilities capabilities;
    private final SessionContext context;
    private final List<Finding> findings = new ArrayList<>();

    Validation(Capabilities capabilities, SessionContext context) {
        this.capabilities = capabilities;
        this.context = context;
    }

    /** What was found, as one failure; empty if nothing was. */
    Optional<LockCredentialException> refusal() {
        return findings.isEmpty() ? Optional.empty() : Optional.of(LockCredentialException.refused(findings));
    }

    Validation userIndex(int index) {
        int max = capabilities.users().max();
        if (index < 1 || index > max) {
            invalid("userIndex", "the user index must be 1 to " + max + ", is " + index);
        }
        return this;
    }

    /** An index that is to be written. */
    Validation writableUser(int index) {
        boolean apart = context.userSlots().protectedSlots().contains(index)
                || (Shape.slotIsUser(capabilities)
                        && context.credentialSlots().protectedSlots().contains(index));
        if (apart) {
            invalid("userIndex", "user " + index + " is protected by the host's slot policy");
        }
        return userIndex(index);
    }

    /** What the lock's user is to be. */
    Validation user(UserUpdate update) {
        update.index().ifPresent(this::writableUser);
        if (capabilities.users().max() == 0) {
            unsupported("user", "this lock has no users");
        }
        int longest = Shape.keepsNames(capabilities) ? capabilities.users().maxNameLength() : LONGEST_KEPT_NAME;
        update.name()
                .filter(name -> name.codePointCount(0, name.length()) > longest)
                .ifPresent(name -> invalid("name", "the name must have at most " + longest + " characters"));
        update.name()
                .filter(name -> name.chars().anyMatch(Character::isISOControl))
                .ifPresent(name -> invalid("name", "the name must not hold control characters"));
        update.type()
                .filter(type -> !capabilities.users().types().contains(type))
                .ifPresent(type -> unsupported("type", "this lock has no users of type " + type));
        update.rule()
                .filter(rule -> !capabilities.users().rules().contains(rule))
                .ifPresent(rule -> unsupported("rule", "this lock has no rule " + rule));
        if (!update.enabled().orElse(true) && capabilities.enabling() != Capabilities.Enabling.NATIVE) {
            unsupported("enabled", "this lock has no disabled users; add the user and disable it afterwards");
        }
        expiry(update);
        return this;
    }

    /** A user that exists, as far as that is known without asking. */
    Validation knownUser(boolean knownMissing, int index) {
        if (knownMissing) {
            findings.add(new Finding("userIndex", Reason.NOT_FOUND, "there is no user " + index));
        }
        return this;
    }

    /** A credential that is to be written as data. */
    Validation credential(NewCredential credential) {
        Optional<Capabilities.Credentials> offer = type(credential.type());
        if (offer.isEmpty()) {
            return this;
        }
        if (!offer.get().writable()) {
            unsupported(field(credential.type()), "this lock does not take a " + credential.type() + " as data");
            return this;
        }
        credential.slot().ifPresent(slot -> writableSlot(credential.type(), slot));
        return code(credential.type(), credential.secret(), offer.get());
    }

    /** A credential slot that is to be looked at. */
    Validation slot(CredentialType type, int slot) {
        type(type)
                .filter(offer -> slot < 1 || slot > offer.slots())
                .ifPresent(offer -> invalid("slot", "the slot must be 1 to " + offer.slots() + ", is " + slot));
        return this;
    }

    /** A credential slot that is to be written. */
    Validation writableSlot(CredentialType type, int slot) {
        if (context.credentialSlots().protectedSlots().contains(slot)) {
            invalid("slot", "slot " + slot + " is protected by the host's slot policy");
        }
        return slot(type, slot);
    }

    /** Where a slot is a user, the one that is named must be the other. */
    Validation slotOfUser(OptionalInt slot, int userIndex) {
        if (Shape.slotIsUser(capabilities) && slot.isPresent() && slot.getAsInt() != userIndex) {
            invalid("slot", "on this lock the code of user " + userIndex + " is at slot " + userIndex);
        }
        return this;
    }

    /** How many credentials of a type the user would have. */
    Validation perUser(CredentialType type, long count) {
        capabilities
                .credentials(type)
                .filter(offer -> count > offer.perUser())
                .ifPresent(offer -> invalid(
                        field(type), "a user may have at most " + offer.perUser() + " credentials of type " + type));
        return this;
    }

    Validation learnable(CredentialType type, Duration patience) {
        type(type)
                .filter(offer -> !offer.learnable())
                .ifPresent(offer -> unsupported(field(type), "this lock does not enrol a " + type + " itself"));
        boolean whole = Duration.ofSeconds(patience.toSeconds()).equals(patience);
        if (!whole || patience.toSeconds() < 1 || patience.toSeconds() > 255) {
            invalid("patience", "the lock waits whole seconds, 1 to 255");
        }
        return this;
    }

    Validation adminCode(Secret code) {
        feature(Capabilities.Feature.ADMIN_CODE, "an admin code");
        if (!code.isAsciiDigits()) {
            invalid("adminCode", "the admin code must be ASCII digits");
        }
        return this;
    }

    Validation feature(Capabilities.Feature feature, String what) {
        if (!capabilities.has(feature)) {
            unsupported(feature.name().toLowerCase(Locale.ROOT), "this lock does not offer " + what);
        }
        return this;
    }

    Validation hasSchedules() {
        if (capabilities.schedules().isEmpty()) {
            unsupported("schedules", "this lock has no schedules");
        }
        return this;
    }

    Validation schedules(List<Schedule> schedules) {
        schedules.stream()
                .map(Schedule::kind)
                .distinct()
                .filter(kind -> capabilities.schedules().getOrDefault(kind, 0) == 0)
                .forEach(kind -> unsupported("schedules", "this lock has no schedules of kind " + kind));
        return this;
    }

    /** What the lock's driver found besides. */
    Validation objections(List<Finding> found) {
        found.stream().filter(each -> !findings.contains(each)).forEach(findings::add);
        return this;
    }

    /** The kind of which there are more schedules than the lock has places. */
    Optional<ScheduleKind> overfull(List<Schedule> schedules) {
        Map<ScheduleKind, Integer> counts = new TreeMap<>();
        schedules.forEach(schedule -> counts.merge(schedule.kind(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > capabilities.schedules().getOrDefault(count.getKey(), 0))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A request to add, which without a credential would open nothing. */
    Validation newAccess(AccessRequest request) {
        if (request.credentials().isEmpty()) {
            invalid("credentials", "access needs at least one credential");
        }
        return access(request);
    }

    Validation access(AccessRequest request) {
        user(request.user());
        request.credentials().forEach(this::credential);
        Map<CredentialType, Integer> counts = new TreeMap<>();
        request.credentials().forEach(credential -> counts.merge(credential.type(), 1, Integer::sum));
        counts.forEach(this::perUser);
        if (Shape.slotIsUser(capabilities)) {
            if (request.credentials().size() > 1) {
                invalid("credentials", "a user of this lock is one code");
            }
            OptionalInt index = request.user().index();
            index.ifPresent(
                    user -> request.credentials().stream().limit(1).forEach(code -> slotOfUser(code.slot(), user)));
        } else if (request.credentials().stream()
                        .filter(credential -> credential.slot().isPresent())
                        .map(credential -> credential.type() + " " + credential.slot())
                        .distinct()
                        .count()
                < request.credentials().stream()
                        .filter(credential -> credential.slot().isPresent())
                        .count()) {
            invalid("slot", "two credentials name the same slot");
        }
        return schedules(request.schedules());
    }

    void invalid(String field, String message) {
        findings.add(Finding.invalid(field, message));
    }

    void unsupported(String field, String message) {
        findings.add(Finding.unsupported(field, message));
    }

    private Optional<Capabilities.Credentials> type(CredentialType type) {
        Optional<Capabilities.Credentials> offer = capabilities.credentials(type);
        if (offer.isEmpty()) {
            unsupported(field(type), "this lock has no credentials of type " + type);
        }
        return offer;
    }

    private Validation code(CredentialType type, Secret code, Capabilities.Credentials offer) {
        String field = field(type);
        boolean digits = type == CredentialType.PIN || type == CredentialType.PROGRAMMING_PIN;
        if (digits && !code.isAsciiDigits()) {
            invalid(field, "a " + type + " must be ASCII digits");
        }
        if (type == CredentialType.PASSWORD && !isPrintable(code)) {
            invalid(field, "a password must be printable ASCII");
        }
        if (code.length() < offer.minLength() || code.length() > offer.maxLength()) {
            invalid(field, "a " + type + " must have " + offer.minLength() + " to " + offer.maxLength() + " bytes");
        }
        return this;
    }

    private static boolean isPrintable(Secret code) {
        return code.use(bytes -> {
            for (byte b : bytes) {
                if (b < ' ' || b > '~') {
                    return false;
                }
            }
            return true;
        });
    }

    private void expiry(UserUpdate update) {
        if (update.expiry().isEmpty()) {
            if (update.type().filter(UserType.EXPIRING::equals).isPresent()) {
                invalid("expiry", "an expiring user needs the time after which it expires");
            }
            return;
        }
        Duration time = update.expiry().get();
        boolean whole = Duration.ofMinutes(time.toMinutes()).equals(time);
        if (!whole || time.toMinutes() < 1 || time.toMinutes() > 65_535) {
            invalid("expiry", "a user expires after whole minutes, 1 to 65535");
        }
        if (update.type().filter(type -> type != UserType.EXPIRING).isPresent()
                || (update.type().isEmpty() && update.index().isEmpty())) {
            invalid("expiry", "only an expiring user expires");
        }
    }

    private static String field(CredentialType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
