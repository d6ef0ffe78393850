package org.lockcredentials.internal.host;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Lock;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.Target;
import org.lockcredentials.event.EventStream;
import org.lockcredentials.internal.session.LockSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Backends, locks and events of one manager, brought up together and taken down together. */
public final class Host {

    private static final Logger LOG = LoggerFactory.getLogger(Host.class);

    private final HostConfig config;
    private final Lifetime lifetime;
    private final EventHub events;
    private final LockRegistry registry;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean closing;

    public Host(HostConfig config) {
        this.config = config;
        lifetime = new Lifetime(config.executor());
        events = new EventHub(config.executor(), lifetime);
        config.listeners().forEach(events::subscribe);
        registry = new LockRegistry(config.sessions());
    }

    /** Completes when every backend is open; if one fails, all are closed again and the first failure is told. */
    public CompletableFuture<Void> open() {
        return new Opening(config, backend -> new BackendLink(backend.name(), registry, events, lifetime))
                .run()
                .thenCompose(failure -> failure.isEmpty()
                        ? CompletableFuture.completedFuture(null)
                        : close().thenCompose(end -> CompletableFuture.failedFuture(failure.orElseThrow())));
    }

    public CompletableFuture<List<LockInfo>> locks() {
        return lifetime.during(() -> CompletableFuture.supplyAsync(
                () -> registry.known().stream().map(LockSession::snapshot).toList(), config.executor()));
    }

    public Lock lock(LockId id) {
        lifetime.check();
        return registry.session(id);
    }

    public LockGroup group(Target target) {
        return new FanOut(target, registry, lifetime);
    }

    public EventStream events() {
        return events;
    }

    /** Completes within ten seconds and never fails, on a thread of its own, so that it needs nobody's to be free. */
    public synchronized CompletableFuture<Void> close() {
        if (!closing) {
            closing = true;
            NamedThreads.start("close", this::end);
        }
        return closed.copy();
    }

    private void end() {
        try {
            lifetime.end();
            events.close();
            new Closing(config, registry).run();
            config.afterwards().run();
        } catch (RuntimeException e) {
            LOG.error("closing went wrong: {}", e.getClass().getName());
        } finally {
            closed.complete(null);
        }
    }
}
