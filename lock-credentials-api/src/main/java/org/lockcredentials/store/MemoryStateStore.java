package org.lockcredentials.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lockcredentials.spi.StateStore;

/**
 * State that ends with the process: for tests and trials.
 *
 * <p>What promises to survive a crash does not with this store: after a restart, access that was added is no longer found by its key.
 */
public final class MemoryStateStore implements StateStore {

    private final Map<String, byte[]> values = new TreeMap<>();

    @Override
    public synchronized Optional<byte[]> read(String key) {
        return Optional.ofNullable(values.get(new StateKey(key).text())).map(byte[]::clone);
    }

    @Override
    public synchronized void write(String key, byte[] value) {
        forget(values.put(new StateKey(key).text(), value.clone()));
    }

    @Override
    public synchronized void delete(String key) {
        forget(values.remove(new StateKey(key).text()));
    }

    @Override
    public synchronized List<String> keys(String prefix) {
        StateKey above = new StateKey(prefix);
        return values.keySet().stream()
                .filter(key -> new StateKey(key).isBelow(above))
                .toList();
    }

    private static void forget(byte @org.jspecify.annotations.Nullable [] value) {
        if (value != null) {
            Arrays.fill(value, (byte) 0);
        }
    }
}
