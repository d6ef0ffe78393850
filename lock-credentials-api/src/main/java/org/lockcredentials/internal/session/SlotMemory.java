package org.lockcredentials.internal.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.SlotState;
import org.lockcredentials.slot.SlotPolicy;
import org.lockcredentials.slot.SlotTable;

/** Which places of a lock are known to be taken or free, and which are reserved. Synchronized by itself: reserving needs nothing else that is known. */
final class SlotMemory {

    private final SlotTable users = new SlotTable();
    private final Map<CredentialType, SlotTable> credentials = new EnumMap<>(CredentialType.class);
    private boolean slotIsUser;

    /** The lock's codes are its users: what is said of a slot is said of a user. */
    synchronized void slotIsUser(boolean value) {
        slotIsUser = value;
    }

    synchronized boolean slotIsUser() {
        return slotIsUser;
    }

    synchronized SlotTable.Choice chooseUser(SlotPolicy policy, int capacity, Object holder, long now, long until) {
        return users.choose(policy, capacity, holder, now, until);
    }

    synchronized SlotTable.Choice chooseCredential(
            CredentialType type, SlotPolicy policy, int capacity, Object holder, long now, long until) {
        return table(type).choose(policy, capacity, holder, now, until);
    }

    synchronized boolean reserveUser(int index, Object holder, long now, long until) {
        return users.reserve(index, holder, now, until);
    }

    synchronized boolean reserveCredential(Credential place, Object holder, long now, long until) {
        return table(place.type()).reserve(place.slot(), holder, now, until);
    }

    synchronized void release(Object holder) {
        users.release(holder);
        credentials.values().forEach(table -> table.release(holder));
    }

    /** What the lock told of a user index, or empty if it is worth asking. */
    synchronized Optional<Occupancy> userAt(int index) {
        return users.told(index);
    }

    /** What the lock told of a credential slot, or empty if it is worth asking. */
    synchronized Optional<SlotState> credentialAt(Credential place) {
        SlotTable table = table(place.type());
        OptionalInt owner = table.owner(place.slot());
        return table.told(place.slot()).map(told -> new SlotState(place, told, owner));
    }

    synchronized boolean isUserFree(int index) {
        return users.told(index).filter(Occupancy.FREE::equals).isPresent();
    }

    synchronized OptionalInt owner(Credential place) {
        return table(place.type()).owner(place.slot());
    }

    /** All users and the credentials of these types were told: what is not said to be there is free. */
    synchronized void toldAll(Set<CredentialType> types) {
        users.toldAll();
        types.forEach(type -> table(type).toldAll());
    }

    synchronized void allFree() {
        users.toldAll();
        credentials.values().forEach(SlotTable::toldAll);
    }

    synchronized void userOccupied(int index) {
        users.occupied(index);
    }

    synchronized void userMasked(int index) {
        users.masked(index);
    }

    /** Nobody is here, so that nothing of theirs is. */
    synchronized void userFree(int index) {
        users.free(index);
        credentials.values().forEach(table -> table.freeAllOf(index));
    }

    synchronized void forgetUser(int index) {
        users.forget(index);
    }

    synchronized void occupied(Credential place, OptionalInt owner) {
        SlotTable table = table(place.type());
        if (owner.isPresent()) {
            table.occupied(place.slot(), owner.getAsInt());
        } else {
            table.occupied(place.slot());
        }
        if (slotIsUser) {
            users.occupied(place.slot());
        }
    }

    synchronized void masked(Credential place) {
        table(place.type()).masked(place.slot());
    }

    synchronized void free(Credential place) {
        table(place.type()).free(place.slot());
    }

    synchronized void forget(Credential place) {
        table(place.type()).forget(place.slot());
    }

    synchronized void forgetCredentials() {
        credentials.values().forEach(SlotTable::forgetAll);
    }

    synchronized void forgetAll() {
        users.forgetAll();
        forgetCredentials();
    }

    private SlotTable table(CredentialType type) {
        return credentials.computeIfAbsent(type, fresh -> new SlotTable());
    }
}
