package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserState;

/**
 * What is known of a lock's users and places without asking it.
 *
 * <p>Operations fill it one after the other; events and lost answers take from it at any time, which is why it is synchronized and why an
 * answer is only believed if nothing became doubtful since the question.
 */
final class LockMemory {

    private final Map<Integer, User> users = new TreeMap<>();
    private final Map<Integer, String> names = new HashMap<>();
    private final Set<Integer> coming = new HashSet<>();
    private final SlotMemory slots = new SlotMemory();
    private OptionalLong checksum = OptionalLong.empty();
    private boolean whole;
    private long wholeAt;
    private long doubts;

    /** Which places are taken and which are reserved. */
    SlotMemory slots() {
        return slots;
    }

    /** A stamp to take before a question; the answer is believed if it is still the same. */
    synchronized long stamp() {
        return doubts;
    }

    /** The user in full, if known. */
    synchronized Optional<User> user(int index) {
        return Optional.ofNullable(users.get(index));
    }

    /** All users, if all are known and the lock's checksum is what it was then. */
    synchronized Optional<List<User>> all(OptionalLong current) {
        boolean holds = whole && current.isPresent() && current.equals(checksum);
        return holds ? Optional.of(new ArrayList<>(users.values())) : Optional.empty();
    }

    /** The lock's checksum is what it must be after our own writes: what is remembered holds, unless something became doubtful since. */
    synchronized void confirm(OptionalLong sum, long stamp) {
        if (whole && stamp == doubts) {
            checksum = sum;
        }
    }

    /** All users were read after that time and nothing became doubtful since. */
    synchronized boolean wholeSince(long nanos) {
        return whole && wholeAt - nanos >= 0;
    }

    /** The last name known for a user, who may be gone since. */
    synchronized Optional<String> lastName(int index) {
        return Optional.ofNullable(names.get(index));
    }

    synchronized void nameIs(int index, Optional<String> name) {
        if (name.isPresent()) {
            names.put(index, name.get());
        } else {
            names.remove(index);
        }
    }

    /** The lock told all it holds, at a time. */
    synchronized void learnAll(
            LockContents contents, Set<CredentialType> types, OptionalLong sum, long stamp, long now) {
        if (stamp != doubts) {
            return;
        }
        users.clear();
        slots.toldAll(types);
        contents.unknownUsers().forEach(slots::userMasked);
        contents.unknownCredentials().forEach(this::masked);
        contents.users().forEach(this::remember);
        checksum = sum;
        whole = true;
        wholeAt = now;
    }

    /** The lock told of one user. */
    synchronized void learnUser(int index, UserState state, long stamp) {
        if (stamp != doubts) {
            return;
        }
        switch (state.occupancy()) {
            case FREE -> dropUser(index);
            case UNKNOWN -> {
                users.remove(index);
                slots.userMasked(index);
            }
            case OCCUPIED -> {
                users.remove(index);
                slots.userOccupied(index);
                state.user().ifPresent(this::remember);
            }
        }
    }

    /** The lock told of one credential slot. */
    synchronized void learnCredential(SlotState state, long stamp) {
        if (stamp != doubts) {
            return;
        }
        Credential place = state.place();
        switch (state.occupancy()) {
            case FREE -> slots.free(place);
            case UNKNOWN -> masked(place);
            case OCCUPIED -> slots.occupied(place, state.userIndex());
        }
    }

    /** A user is about to be added here, so that its echo is not taken for a stranger. */
    synchronized void expect(int index, Optional<String> name) {
        coming.add(index);
        nameIs(index, name);
    }

    /** The lock holds this user now, by our own hand. What it is called may be known besides, where the lock keeps no names. */
    synchronized void userWritten(User user) {
        changed();
        coming.remove(user.index());
        remember(user);
    }

    /** The lock holds this credential now, by our own hand. */
    synchronized void credentialWritten(int userIndex, Credential place) {
        changed();
        slots.occupied(place, OptionalInt.of(userIndex));
        User owner = users.get(userIndex);
        if (owner != null && !owner.credentials().contains(place)) {
            List<Credential> all = new ArrayList<>(owner.credentials());
            all.add(place);
            users.put(userIndex, owner.withCredentials(all));
        }
    }

    /** The lock does not hold this credential any longer, by our own hand. */
    synchronized void credentialGone(Credential place) {
        changed();
        slots.free(place);
        users.replaceAll((index, user) -> user.withCredentials(
                user.credentials().stream().filter(each -> !each.equals(place)).toList()));
        if (slots.slotIsUser()) {
            dropUser(place.slot());
        }
    }

    /** The lock does not hold this user any longer, by our own hand. */
    synchronized void userGone(int index) {
        changed();
        coming.remove(index);
        dropUser(index);
    }

    /** The lock holds no user any longer, by our own hand. */
    synchronized void allGone() {
        changed();
        users.clear();
        slots.allFree();
    }

    /** The lock refused to add a user here because there is one. */
    synchronized void foundUserAt(int index) {
        changed();
        coming.remove(index);
        users.remove(index);
        slots.userOccupied(index);
    }

    /** The lock refused to add a credential here because there is one. */
    synchronized void foundCredentialAt(Credential place) {
        changed();
        if (slots.slotIsUser()) {
            coming.remove(place.slot());
            users.remove(place.slot());
        }
        slots.occupied(place, OptionalInt.empty());
    }

    /** What is at this index must be asked for again. */
    synchronized void doubtUser(int index) {
        doubt();
        coming.remove(index);
        users.remove(index);
        slots.forgetUser(index);
    }

    /** What is at this place, and of whoever had it, must be asked for again. */
    synchronized void doubtCredential(Credential place) {
        doubt();
        slots.owner(place).ifPresent(users::remove);
        users.values().removeIf(user -> user.credentials().contains(place));
        slots.forget(place);
        if (slots.slotIsUser()) {
            doubtUser(place.slot());
        }
    }

    /** Nothing that was known holds any longer; names and reservations stay. */
    synchronized void doubtAll() {
        doubt();
        coming.clear();
        users.clear();
        slots.forgetAll();
    }

    /** Somebody was added here; true if that was known or expected. */
    synchronized boolean heardUserAdded(int index) {
        if (coming.contains(index) || users.containsKey(index)) {
            return true;
        }
        doubt();
        names.remove(index);
        // News may be older than what is there by now, so the place is asked for before it is used.
        slots.forgetUser(index);
        return false;
    }

    /** Somebody here was changed: what was known of it may not hold. */
    synchronized void heardUserModified(int index) {
        doubt();
        users.remove(index);
        slots.forgetUser(index);
    }

    /** Somebody was deleted here; true if that was known. */
    synchronized boolean heardUserDeleted(int index) {
        if (slots.isUserFree(index)) {
            return true;
        }
        doubtUser(index);
        slots.forgetCredentials();
        return false;
    }

    /** A credential was put or changed here. */
    synchronized void heardCredentialHere(Credential place, OptionalInt owner) {
        boolean known = slots.credentialAt(place)
                .filter(told -> told.occupancy() == Occupancy.OCCUPIED)
                .filter(told -> owner.isEmpty() || told.userIndex().equals(owner))
                .isPresent();
        if (!known && !(slots.slotIsUser() && coming.contains(place.slot()))) {
            doubtCredential(place);
            owner.ifPresent(users::remove);
        }
    }

    /** A credential was deleted here. */
    synchronized void heardCredentialGone(Credential place) {
        boolean free = slots.credentialAt(place)
                .filter(told -> told.occupancy() == Occupancy.FREE)
                .isPresent();
        if (!free) {
            doubtCredential(place);
        }
    }

    private void remember(User user) {
        users.put(user.index(), user);
        slots.userOccupied(user.index());
        user.credentials().forEach(place -> slots.occupied(place, OptionalInt.of(user.index())));
    }

    private void dropUser(int index) {
        users.remove(index);
        slots.userFree(index);
    }

    private void masked(Credential place) {
        slots.masked(place);
        if (slots.slotIsUser() && !users.containsKey(place.slot())) {
            slots.userMasked(place.slot());
        }
    }

    private void changed() {
        checksum = OptionalLong.empty();
    }

    private void doubt() {
        doubts++;
        checksum = OptionalLong.empty();
        whole = false;
    }
}
