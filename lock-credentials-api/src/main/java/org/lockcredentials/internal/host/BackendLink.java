package org.lockcredentials.internal.host;

import java.util.function.Consumer;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.session.LockSession;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears one backend, and believes it only what is its own. */
final class BackendLink implements BackendListener {

    private static final Logger LOG = LoggerFactory.getLogger(BackendLink.class);

    private final String backend;
    private final LockRegistry registry;
    private final EventHub events;
    private final Lifetime lifetime;

    BackendLink(String backend, LockRegistry registry, EventHub events, Lifetime lifetime) {
        this.backend = backend;
        this.registry = registry;
        this.events = events;
        this.lifetime = lifetime;
    }

    @Override
    public void lockFound(LockDriver driver) {
        LockId id = driver.info().id();
        withSession(id, session -> session.attach(driver));
    }

    @Override
    public void lockGone(LockId id) {
        withSession(id, LockSession::detach);
    }

    @Override
    public void event(LockEvent raw) {
        withSession(raw.lock(), session -> events.publish(session.witness(raw)));
    }

    /** A session that cannot be had, because its record cannot be read, must not cost the backend its thread. */
    private void withSession(LockId id, Consumer<LockSession> work) {
        if (lifetime.isOver() || !owns(id)) {
            return;
        }
        try {
            work.accept(registry.session(id));
        } catch (LockCredentialException e) {
            LOG.error("what {} tells is lost: {}", id, e.getMessage());
        }
    }

    private boolean owns(LockId id) {
        boolean own = id.backend().equals(backend);
        if (!own) {
            LOG.error("backend {} told of {}, which is not its own; ignored", backend, id);
        }
        return own;
    }
}
