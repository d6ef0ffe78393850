package org.lockcredentials.internal.record;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Credential;
import org.lockcredentials.LockId;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Where a key leads, or was to lead when its adding began. No secret: whoever finishes it brings the request again.
 *
 * <p>ADDING is written down before the lock first hears of the key; what is at its index may be a stranger's. ACTIVE follows when all of it is
 * there: from then on the user at the index is this key's until the lock says otherwise, also while a part is put back or changed. REMOVING
 * is written down before the user is deleted, who was proved to be this key's then, so that a deletion whose answer was lost is repeated. From
 * ADDING and REMOVING an add needs proof anew. Nothing but the lock's word that a place is free, or is another's, lets a key be forgotten.
 *
 * @param key the host's key
 * @param state how far it has come
 * @param userIndex the user
 * @param name the name that tells the user from another at the same index, where the lock keeps names
 * @param renaming the name that the user goes by as well, since a renaming whose answer was not heard
 * @param credentials where the credentials are, or are to be
 * @param suspects places where a code of this key may be, since an attempt without an answer, and the lock does not tell
 */
public record AccessEntry(
        AccessKey key,
        State state,
        int userIndex,
        Optional<String> name,
        Optional<String> renaming,
        List<Credential> credentials,
        List<Credential> suspects) {

    /** How far a key has come. */
    public enum State {
        ADDING,
        ACTIVE,
        REMOVING
    }

    public AccessEntry {
        credentials = List.copyOf(credentials);
        suspects = List.copyOf(suspects);
    }

    public boolean is(State other) {
        return state == other;
    }

    public boolean isUnfinished() {
        return state != State.ACTIVE;
    }

    /** Whether the user may be called so. */
    public boolean goesBy(Optional<String> told) {
        return told.equals(name) || renaming.isPresent() && told.equals(renaming);
    }

    public AccessEntry in(State other) {
        return new AccessEntry(key, other, userIndex, name, renaming, credentials, suspects);
    }

    /** Called so, and nothing else. */
    public AccessEntry withName(Optional<String> other) {
        return new AccessEntry(key, state, userIndex, other, Optional.empty(), credentials, suspects);
    }

    /** About to be called so. */
    public AccessEntry renamingTo(Optional<String> other) {
        return new AccessEntry(
                key, state, userIndex, name, other.equals(name) ? Optional.empty() : other, credentials, suspects);
    }

    public AccessEntry withCredentials(List<Credential> others) {
        return new AccessEntry(key, state, userIndex, name, renaming, others, suspects);
    }

    public AccessEntry withSuspects(List<Credential> others) {
        return new AccessEntry(key, state, userIndex, name, renaming, credentials, others);
    }

    /** Nothing is left of it but perhaps a code at a suspect place; where slots are users, that is an index of its own. */
    public AccessEntry onlySuspects(boolean slotIsUser) {
        return slotIsUser
                ? new AccessEntry(
                        key, State.ADDING, suspects.get(0).slot(), name, renaming, suspects.subList(0, 1), suspects)
                : new AccessEntry(key, State.ADDING, userIndex, name, renaming, suspects, suspects);
    }

    public AccessGrant grant(LockId lock) {
        return new AccessGrant(
                key,
                lock,
                userIndex,
                credentials,
                isUnfinished() ? AccessGrant.State.UNFINISHED : AccessGrant.State.ACTIVE);
    }

    byte[] encode() {
        return Lines.write("access")
                .text("owner", key.owner())
                .text("label", key.label())
                .line("state", state.name())
                .line("user", Integer.toString(userIndex))
                .text("name", name)
                .text("renaming", renaming)
                .credentials("credential", credentials)
                .credentials("suspect", suspects)
                .end();
    }

    static AccessEntry decode(byte[] bytes) throws DecodeException {
        Lines lines = Lines.read(bytes, "access");
        String owner = Lines.decoded(lines.word("owner"));
        String label = Lines.decoded(lines.word("label"));
        State state = Lines.constant(State.class, lines.word("state"));
        int user = Lines.number(lines.word("user"), 1, 65_535);
        Optional<String> name = lines.optionalText("name");
        Optional<String> renaming = lines.optionalText("renaming");
        List<Credential> credentials = lines.credentials("credential");
        List<Credential> suspects = lines.credentials("suspect");
        lines.end();
        return new AccessEntry(key(owner, label), state, user, name, renaming, credentials, suspects);
    }

    private static AccessKey key(String owner, String label) throws DecodeException {
        try {
            return new AccessKey(owner, label);
        } catch (IllegalArgumentException malformed) {
            throw new DecodeException("a record holds a key that is none");
        }
    }
}
