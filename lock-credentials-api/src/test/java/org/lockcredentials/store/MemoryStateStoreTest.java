package org.lockcredentials.store;

import org.lockcredentials.spi.StateStore;

final class MemoryStateStoreTest implements StateStoreContract {

    private final StateStore store = new MemoryStateStore();

    @Override
    public StateStore store() {
        return store;
    }
}
