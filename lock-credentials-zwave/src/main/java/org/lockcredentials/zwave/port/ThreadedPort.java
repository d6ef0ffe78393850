package org.lockcredentials.zwave.port;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A port over a blocking channel; each opening has a channel and threads of its own. */
record ThreadedPort(String name, Supplier<Channel> channels) implements ZWavePort {

    @Override
    public CompletableFuture<Connection> open(Listener listener) {
        return ThreadedConnection.open(name, channels.get(), listener);
    }

    @Override
    public String toString() {
        return name;
    }
}
