package org.lockcredentials.internal.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lockcredentials.AccessKey;

/** The keys of one lock: in memory for reading, and in the store before anybody relies on them. */
public final class AccessJournal {

    private static final String FOLDER = "access";

    private final LockFolder folder;
    private final Map<AccessKey, AccessEntry> entries = new ConcurrentSkipListMap<>();

    public AccessJournal(LockFolder folder) {
        this.folder = folder;
    }

    /** Reads what is kept. */
    public void load() {
        folder.readAll(FOLDER, AccessEntry::decode).forEach(entry -> entries.put(entry.key(), entry));
    }

    public Optional<AccessEntry> find(AccessKey key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** All entries, by key. */
    public List<AccessEntry> all() {
        return List.copyOf(entries.values());
    }

    public List<AccessEntry> of(int userIndex) {
        return all().stream().filter(entry -> entry.userIndex() == userIndex).toList();
    }

    /** Keeps it durably. */
    public void put(AccessEntry entry) {
        folder.write(name(entry.key()), entry.encode());
        entries.put(entry.key(), entry);
    }

    public void forget(AccessKey key) {
        folder.delete(name(key));
        entries.remove(key);
    }

    // A key's text is the host's and may be anything; its digest is a file name everywhere.
    private static String name(AccessKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(key.owner().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            byte[] hash = digest.digest(key.label().getBytes(StandardCharsets.UTF_8));
            return FOLDER + "/" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
