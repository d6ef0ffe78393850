package org.lockcredentials.internal.record;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.AccessGrant;
import org.lockcredentials.AccessGrant.State;
import org.lockcredentials.AccessKey;
import org.lockcredentials.Credential;
import org.lockcredentials.LockId;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * Where a key leads, or was to lead when its adding began. No secret: whoever finishes it brings the request again.
 *
 * @param key the host's key
 * @param state unfinished from before the lock first hears of it until all of it is there
 * @param userIndex the user
 * @param name the name that tells the user from another at the same index, where the lock keeps names
 * @param credentials where the credentials are, or are to be
 * @param suspects places of an earlier attempt, where a code of this key may be and the lock does not tell
 */
public record AccessEntry(
        AccessKey key,
        State state,
        int userIndex,
        Optional<String> name,
        List<Credential> credentials,
        List<Credential> suspects) {

    public AccessEntry {
        credentials = List.copyOf(credentials);
        suspects = List.copyOf(suspects);
    }

    public boolean isUnfinished() {
        return state == State.UNFINISHED;
    }

    public AccessEntry active() {
        return new AccessEntry(key, State.ACTIVE, userIndex, name, credentials, List.of());
    }

    public AccessEntry unfinished() {
        return new AccessEntry(key, State.UNFINISHED, userIndex, name, credentials, suspects);
    }

    public AccessEntry withName(Optional<String> other) {
        return new AccessEntry(key, state, userIndex, other, credentials, suspects);
    }

    public AccessEntry withCredentials(List<Credential> others) {
        return new AccessEntry(key, state, userIndex, name, others, suspects);
    }

    public AccessGrant grant(LockId lock) {
        return new AccessGrant(key, lock, userIndex, credentials, state);
    }

    byte[] encode() {
        return Lines.write("access")
                .text("owner", key.owner())
                .text("label", key.label())
                .line("state", state.name())
                .line("user", Integer.toString(userIndex))
                .text("name", name)
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
        List<Credential> credentials = lines.credentials("credential");
        List<Credential> suspects = lines.credentials("suspect");
        lines.end();
        return new AccessEntry(key(owner, label), state, user, name, credentials, suspects);
    }

    private static AccessKey key(String owner, String label) throws DecodeException {
        try {
            return new AccessKey(owner, label);
        } catch (IllegalArgumentException malformed) {
            throw new DecodeException("a record holds a key that is none");
        }
    }
}
