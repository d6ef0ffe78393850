package org.lockcredentials.internal.host;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.lockcredentials.LockId;
import org.lockcredentials.internal.session.LockSession;
import org.lockcredentials.internal.session.SessionContext;

/** One session for each lock that was ever named, so that everybody's handle on a lock has the same queue behind it. */
public final class LockRegistry {

    private final SessionContext context;
    private final Map<LockId, LockSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    public LockRegistry(SessionContext context) {
        this.context = context;
    }

    public LockSession session(LockId id) {
        LockSession session = sessions.computeIfAbsent(id, lock -> new LockSession(lock, context));
        if (closed) {
            session.close();
        }
        return session;
    }

    /** The locks that a backend knows now, by id. */
    public List<LockSession> known() {
        return sessions.values().stream()
                .filter(LockSession::attached)
                .sorted(Comparator.comparing(LockSession::id))
                .toList();
    }

    /** Closes every session, those included that are asked for later. */
    List<CompletableFuture<Void>> close() {
        closed = true;
        return sessions.values().stream().map(LockSession::close).toList();
    }
}
