package org.lockcredentials.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.Access;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credentials;
import org.lockcredentials.Door;
import org.lockcredentials.Lock;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Schedules;
import org.lockcredentials.Users;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.LockDriver;

/** One lock as its host sees it, whether it is there at the moment or not. */
public final class LockSession implements Lock {

    private final LockId id;
    private final SessionContext context;
    private volatile @Nullable LockDriver driver;

    /** Reads its record from the store; a session may exist before its lock is found. */
    public LockSession(LockId id, SessionContext context) {
        this.id = id;
        this.context = context;
    }

    /** The lock was found, for the first time or again. */
    public void attach(LockDriver found) {
        driver = found;
    }

    /** The lock is gone for good: operations fail with NOT_FOUND. */
    public void detach() {
        driver = null;
    }

    public boolean attached() {
        return driver != null;
    }

    /** Takes note of what a driver told and returns it with the user's name filled in as known now; never blocks. */
    public LockEvent witness(LockEvent raw) {
        return raw;
    }

    /** What is known of the lock, with the host's words for it; asks nothing. */
    public LockInfo snapshot() {
        LockDriver there = driver;
        return there != null
                ? there.info()
                : new LockInfo(id, id.toString(), Optional.empty(), Optional.empty(), false, LockTags.none());
    }

    /** Ends the session: what is pending fails with CLOSED. Completes soon, and at once when repeated. */
    public CompletableFuture<Void> close() {
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public LockId id() {
        return id;
    }

    @Override
    public CompletableFuture<LockInfo> info() {
        return CompletableFuture.completedFuture(snapshot());
    }

    @Override
    public CompletableFuture<LockInfo> tag(LockTags tags) {
        throw new UnsupportedOperationException("not built yet: " + context);
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Users users() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Credentials credentials() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Access access() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Schedules schedules() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Door door() {
        throw new UnsupportedOperationException();
    }
}
