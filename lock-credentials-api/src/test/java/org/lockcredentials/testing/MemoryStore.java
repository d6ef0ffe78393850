package org.lockcredentials.testing;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.spi.StateStore;

/** A store in memory that can be told to die at its n-th write, as a process does. */
public final class MemoryStore implements StateStore {

    private final TreeMap<String, byte[]> values = new TreeMap<>();
    private Runnable beforeWrite = () -> {};

    /** Runs before each write and deletion; what it throws, the caller gets. */
    public synchronized void beforeWrite(Runnable hook) {
        beforeWrite = hook;
    }

    @Override
    public synchronized Optional<byte[]> read(String key) {
        return Optional.ofNullable(values.get(key)).map(byte[]::clone);
    }

    @Override
    public synchronized void write(String key, byte[] value) {
        check(key);
        beforeWrite.run();
        values.put(key, value.clone());
    }

    @Override
    public synchronized void delete(String key) {
        check(key);
        beforeWrite.run();
        values.remove(key);
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix + "/"))
                .toList();
    }

    private static void check(String key) {
        if (!key.matches("[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+){0,7}")) {
            throw new LockCredentialException(Reason.REJECTED, "not a key: " + key);
        }
    }
}
