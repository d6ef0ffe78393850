package org.lockcredentials.internal.session;

import java.util.ArrayList;
import java.util.EnumMap;
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
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.slot.SlotTable;
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
    private final SlotTable userSlots = new SlotTable();
    private final Map<CredentialType, SlotTable> credentialSlots = new EnumMap<>(CredentialType.class);
    private OptionalLong checksum = OptionalLong.empty();
    private boolean slotIsUser;
    private boolean whole;
    private long wholeAt;
    private long doubts;

    /** The lock's codes are its users: what is said of a slot is said of a user. */
    synchronized void slotIsUser(boolean value) {
        slotIsUser = value;
    }

    /** A stamp to take before a question; the answer is believed if it is still the same. */
    synchronized long stamp() {
        return doubts;
    }

    /** The user in full, if known. */
    synchronized Optional<User> user(int index) {
        return Optional.ofNullable(users.get(index));
    }

    /** What the lock told of a user index, or empty if it is worth asking. */
    synchronized Optional<Occupancy> userAt(int index) {
        return userSlots.told(index);
    }

    /** What the lock told of a credential slot, or empty if it is worth asking. */
    synchronized Optional<SlotState> credentialAt(Credential place) {
        SlotTable table = table(place.type());
        OptionalInt owner = table.owner(place.slot());
        return table.told(place.slot()).map(told -> new SlotState(place, told, owner));
    }

    /** All users, if all are known and the lock's checksum is what it was then. */
    synchronized Optional<List<User>> all(OptionalLong current) {
        boolean holds = whole && current.isPresent() && current.equals(checksum);
        return holds ? Optional.of(new ArrayList<>(users.values())) : Optional.empty();
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

    synchronized SlotTable.Choice chooseUser(SlotPolicy policy, int capacity, Object holder, long now, long until) {
        return userSlots.choose(policy, capacity, holder, now, until);
    }

    synchronized SlotTable.Choice chooseCredential(
            CredentialType type, SlotPolicy policy, int capacity, Object holder, long now, long until) {
        return table(type).choose(policy, capacity, holder, now, until);
    }

    synchronized boolean reserveUser(int index, Object holder, long now, long until) {
        return userSlots.reserve(index, holder, now, until);
    }

    synchronized boolean reserveCredential(Credential place, Object holder, long now, long until) {
        return table(place.type()).reserve(place.slot(), holder, now, until);
    }

    synchronized void release(Object holder) {
        userSlots.release(holder);
        credentialSlots.values().forEach(table -> table.release(holder));
    }

    /** The lock told all it holds, at a time. */
    synchronized void learnAll(
            LockContents contents, Set<CredentialType> types, OptionalLong sum, long stamp, long now) {
        if (stamp != doubts) {
            return;
        }
        users.clear();
        userSlots.toldAll();
        types.forEach(type -> table(type).toldAll());
        contents.unknownUsers().forEach(userSlots::masked);
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
                userSlots.masked(index);
            }
            case OCCUPIED -> {
                users.remove(index);
                userSlots.occupied(index);
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
            case FREE -> table(place.type()).free(place.slot());
            case UNKNOWN -> masked(place);
            case OCCUPIED -> occupy(place, state.userIndex());
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
        occupy(place, OptionalInt.of(userIndex));
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
        table(place.type()).free(place.slot());
        users.replaceAll((index, user) -> user.withCredentials(
                user.credentials().stream().filter(each -> !each.equals(place)).toList()));
        if (slotIsUser) {
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
        userSlots.toldAll();
        credentialSlots.values().forEach(SlotTable::toldAll);
    }

    /** The lock refused to add a user here because there is one. */
    synchronized void foundUserAt(int index) {
        changed();
        coming.remove(index);
        users.remove(index);
        userSlots.occupied(index);
    }

    /** The lock refused to add a credential here because there is one. */
    synchronized void foundCredentialAt(Credential place) {
        changed();
        if (slotIsUser) {
            coming.remove(place.slot());
            users.remove(place.slot());
        }
        occupy(place, OptionalInt.empty());
    }

    /** What is at this index must be asked for again. */
    synchronized void doubtUser(int index) {
        doubt();
        coming.remove(index);
        users.remove(index);
        userSlots.forget(index);
    }

    /** What is at this place, and of whoever had it, must be asked for again. */
    synchronized void doubtCredential(Credential place) {
        doubt();
        SlotTable table = table(place.type());
        table.owner(place.slot()).ifPresent(users::remove);
        users.values().removeIf(user -> user.credentials().contains(place));
        table.forget(place.slot());
        if (slotIsUser) {
            doubtUser(place.slot());
        }
    }

    /** Nothing that was known holds any longer; names and reservations stay. */
    synchronized void doubtAll() {
        doubt();
        coming.clear();
        users.clear();
        userSlots.forgetAll();
        credentialSlots.values().forEach(SlotTable::forgetAll);
    }

    /** Somebody was added here; true if that was known or expected. */
    synchronized boolean heardUserAdded(int index) {
        if (coming.contains(index) || users.containsKey(index)) {
            return true;
        }
        doubt();
        names.remove(index);
        userSlots.occupied(index);
        return false;
    }

    /** Somebody here was changed: still there, but what was known of it may not hold. */
    synchronized void heardUserModified(int index) {
        doubt();
        users.remove(index);
        userSlots.occupied(index);
    }

    /** Somebody was deleted here; true if that was known. */
    synchronized boolean heardUserDeleted(int index) {
        if (isFree(userSlots.told(index))) {
            return true;
        }
        doubtUser(index);
        credentialSlots.values().forEach(SlotTable::forgetAll);
        return false;
    }

    /** A credential was put or changed here. */
    synchronized void heardCredentialHere(Credential place, OptionalInt owner) {
        SlotTable table = table(place.type());
        boolean known = table.told(place.slot())
                        .filter(told -> told == Occupancy.OCCUPIED)
                        .isPresent()
                && (owner.isEmpty() || table.owner(place.slot()).equals(owner));
        if (!known && !(slotIsUser && coming.contains(place.slot()))) {
            doubtCredential(place);
            owner.ifPresent(users::remove);
            occupy(place, owner);
        }
    }

    /** A credential was deleted here. */
    synchronized void heardCredentialGone(Credential place) {
        if (!isFree(table(place.type()).told(place.slot()))) {
            doubtCredential(place);
        }
    }

    private static boolean isFree(Optional<Occupancy> told) {
        return told.isPresent() && told.get() == Occupancy.FREE;
    }

    private SlotTable table(CredentialType type) {
        return credentialSlots.computeIfAbsent(type, fresh -> new SlotTable());
    }

    private void remember(User user) {
        users.put(user.index(), user);
        userSlots.occupied(user.index());
        user.credentials().forEach(place -> occupy(place, OptionalInt.of(user.index())));
    }

    private void dropUser(int index) {
        users.remove(index);
        userSlots.free(index);
        credentialSlots.values().forEach(table -> table.freeAllOf(index));
    }

    private void occupy(Credential place, OptionalInt owner) {
        SlotTable table = table(place.type());
        if (owner.isPresent()) {
            table.occupied(place.slot(), owner.getAsInt());
        } else {
            table.occupied(place.slot());
        }
        if (slotIsUser) {
            userSlots.occupied(place.slot());
        }
    }

    private void masked(Credential place) {
        table(place.type()).masked(place.slot());
        if (slotIsUser && !users.containsKey(place.slot())) {
            userSlots.masked(place.slot());
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
