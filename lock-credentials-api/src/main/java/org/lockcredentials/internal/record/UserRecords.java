package org.lockcredentials.internal.record;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lockcredentials.Credential;
import org.lockcredentials.Secret;

/** The users of one lock of whom the SDK keeps something: in memory for reading, and in the store before anybody relies on them. */
public final class UserRecords {

    private static final String FOLDER = "users";
    private static final String CODES = "codes";

    private final LockFolder folder;
    private final Map<Integer, UserRecord> records = new ConcurrentSkipListMap<>();

    public UserRecords(LockFolder folder) {
        this.folder = folder;
    }

    /** Reads what is kept. Codes of a user who is not disabled are on the lock or of no use: a process ended between two writes, and they go. */
    public void load() {
        folder.readAll(FOLDER, UserRecord::decode).forEach(user -> records.put(user.index(), user));
        List<String> disabled = records.values().stream()
                .filter(user -> user.is(UserRecord.State.DISABLED))
                .map(user -> Integer.toString(user.index()))
                .toList();
        folder.names(CODES).stream()
                .filter(name -> !disabled.contains(name))
                .forEach(name -> folder.delete(CODES + "/" + name));
    }

    public Optional<UserRecord> find(int index) {
        return Optional.ofNullable(records.get(index));
    }

    /** The record, if the user is in this state. */
    public Optional<UserRecord> find(int index, UserRecord.State state) {
        return find(index).filter(user -> user.is(state));
    }

    /** All records, by index. */
    public List<UserRecord> all() {
        return List.copyOf(records.values());
    }

    /** Keeps it durably; the same again costs nothing. */
    public void put(UserRecord user) {
        if (!user.equals(records.get(user.index()))) {
            folder.write(FOLDER + "/" + user.index(), user.encode());
            records.put(user.index(), user);
        }
    }

    /** Keeps the last known name of a user on the lock, or forgets it if there is none; of a user that is not there, more is kept already. */
    public void putName(int index, Optional<String> name) {
        if (find(index).filter(user -> !user.is(UserRecord.State.PRESENT)).isPresent()) {
            return;
        }
        if (name.isPresent()) {
            put(UserRecord.present(index, name));
        } else {
            forgetName(index);
        }
    }

    /** Forgets the name of a user who was on the lock, if one is kept. */
    public void forgetName(int index) {
        if (find(index, UserRecord.State.PRESENT).isPresent()) {
            forget(index);
        }
    }

    /** Forgets the user and its codes, if there is something to forget: the codes first, so that none is ever left without its user. */
    public void forget(int index) {
        if (records.containsKey(index)) {
            dropCodes(index);
            folder.delete(FOLDER + "/" + index);
            records.remove(index);
        }
    }

    /** Keeps the codes of a user who is about to be disabled. */
    public void keepCodes(int index, Map<Credential, Secret> codes) {
        byte[] bytes = KeptCodes.encode(codes);
        try {
            folder.write(CODES + "/" + index, bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The codes of a disabled user, for the caller to wipe; empty if there are none. */
    public Map<Credential, Secret> codes(int index) {
        return folder.read(CODES + "/" + index, KeptCodes::decode).orElse(Map.of());
    }

    public void dropCodes(int index) {
        folder.delete(CODES + "/" + index);
    }
}
