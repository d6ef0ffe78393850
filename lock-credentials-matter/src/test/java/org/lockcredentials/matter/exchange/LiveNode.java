package org.lockcredentials.matter.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.udp.UdpPort;
import org.lockcredentials.testing.MemoryStore;
import org.lockcredentials.testing.WallClock;

/** One end of the protocol on a real socket and in real time, for peers that live there. */
public final class LiveNode implements AutoCloseable {

    private static final int SECONDS = 60;

    public final MemoryStore store = new MemoryStore();
    public final SecureRandom random = new SecureRandom();
    public final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final WallClock scheduler = new WallClock("matter-clock");
    public final Actor actor = new Actor(executor, scheduler);
    public final ExchangeManager exchanges;

    public LiveNode() {
        SessionTable sessions = new SessionTable(random, new KeptCounter(store, "matter/counter", random), 16);
        UdpPort port = new UdpPort(new InetSocketAddress(0));
        exchanges = new ExchangeManager(actor, port, sessions, SessionParameters.DEFAULT, random);
        try {
            exchanges.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a task of the actor begins, once it is done; fails as it fails. */
    public <T> T await(Supplier<CompletableFuture<T>> begun) throws ExecutionException, TimeoutException {
        try {
            return CompletableFuture.supplyAsync(begun, actor)
                    .thenCompose(future -> future)
                    .get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws ExecutionException, TimeoutException {
        await(exchanges::close);
        executor.shutdown();
        scheduler.close();
    }
}
