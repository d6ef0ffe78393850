package org.lockcredentials.zwave.host;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.lockcredentials.spi.StateStore;

/** State that lives as long as the test. */
public final class MemoryStore implements StateStore {

    private final ConcurrentSkipListMap<String, byte[]> values = new ConcurrentSkipListMap<>();

    @Override
    public Optional<byte[]> read(String key) {
        return Optional.ofNullable(values.get(key)).map(byte[]::clone);
    }

    @Override
    public void write(String key, byte[] value) {
        values.put(key, value.clone());
    }

    @Override
    public void delete(String key) {
        values.remove(key);
    }

    @Override
    public List<String> keys(String prefix) {
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix + "/"))
                .toList();
    }
}
