package org.lockcredentials.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Secret;

/** What a lock remembers over a restart, without any rule about it; its lock's monitor guards it. */
final class Contents {

    private static final Comparator<Credential> BY_PLACE =
            Comparator.comparing(Credential::type).thenComparingInt(Credential::slot);

    private final Map<Integer, StoredUser> users = new TreeMap<>();
    private final Map<Credential, StoredCredential> credentials = new TreeMap<>(BY_PLACE);
    private Optional<Secret> adminCode = Optional.empty();
    private boolean locked = true;
    private long revision;

    Collection<StoredUser> users() {
        return List.copyOf(users.values());
    }

    Optional<StoredUser> user(int index) {
        return Optional.ofNullable(users.get(index));
    }

    Collection<StoredCredential> credentials() {
        return List.copyOf(credentials.values());
    }

    Optional<StoredCredential> credential(Credential place) {
        return Optional.ofNullable(credentials.get(place));
    }

    List<Credential> credentialsOf(int userIndex) {
        return credentials.values().stream()
                .filter(held -> held.userIndex() == userIndex)
                .map(StoredCredential::place)
                .toList();
    }

    /** The credential of that type that says just this. */
    Optional<StoredCredential> find(CredentialType type, Secret secret) {
        return credentials.values().stream()
                .filter(held -> held.place().type() == type && held.secret().equals(secret))
                .findFirst();
    }

    void put(StoredUser user) {
        users.put(user.index(), user);
        revision++;
    }

    void put(StoredCredential credential) {
        credentials.put(credential.place(), credential);
        revision++;
    }

    void removeUser(int index) {
        credentialsOf(index).forEach(this::removeCredential);
        users.remove(index);
        revision++;
    }

    void removeCredential(Credential place) {
        credentials.remove(place);
        revision++;
    }

    Optional<Secret> adminCode() {
        return adminCode;
    }

    void adminCode(Optional<Secret> code) {
        adminCode = code.map(Secret::copy);
        revision++;
    }

    boolean locked() {
        return locked;
    }

    void locked(boolean now) {
        locked = now;
    }

    /** Grows with every change of users, credentials or the admin code. */
    long revision() {
        return revision;
    }

    void revision(long remembered) {
        revision = remembered;
    }
}
