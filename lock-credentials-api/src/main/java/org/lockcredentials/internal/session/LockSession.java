package org.lockcredentials.internal.session;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

    private final LockDesk desk;
    private final Witness witness;
    private final Users users;
    private final Credentials credentials;
    private final Access access;
    private final Schedules schedules;
    private final Door door;

    /**
     * Reads what is kept of the lock; the session may exist before the lock is found. If it cannot be read, every operation fails
     * with REJECTED: going on without it could put a second user where one is.
     */
    public LockSession(LockId id, SessionContext context) {
        desk = new LockDesk(id, context);
        witness = new Witness(desk);
        Survey survey = new Survey(desk);
        Places places = new Places(desk, survey);
        Writes writes = new Writes(desk);
        UsersOfLock usersOfLock = new UsersOfLock(desk, survey, places, writes);
        users = usersOfLock;
        credentials = new CredentialsOfLock(desk, survey, places, writes);
        access = new AccessOfLock(desk, survey, places, writes, usersOfLock);
        schedules = new SchedulesOfLock(desk, survey);
        door = new DoorOfLock(desk);
    }

    /** The lock was found, for the first time or again; a driver from before is not called any more. */
    public void attach(LockDriver found) {
        desk.speakTo(found);
    }

    /** The lock is gone for good: operations fail with NOT_FOUND. */
    public void detach() {
        desk.speakTo(null);
    }

    public boolean attached() {
        return desk.queue().driver() != null;
    }

    /** Takes note of what a driver told and returns it with the user's name as known now; from any thread, never waits. */
    public LockEvent witness(LockEvent raw) {
        return witness.hear(raw);
    }

    /** What is known of the lock, with the host's words for it; asks nothing. */
    public LockInfo snapshot() {
        LockDriver driver = desk.queue().driver();
        LockInfo info = driver != null
                ? driver.info()
                : new LockInfo(
                        desk.id(), desk.id().toString(), Optional.empty(), Optional.empty(), false, LockTags.none());
        return info.withTags(desk.words());
    }

    /** Ends the session: what is pending fails with CLOSED. Completes within seconds, and with the first end when repeated. */
    public CompletableFuture<Void> close() {
        return desk.queue().close();
    }

    @Override
    public LockId id() {
        return desk.id();
    }

    @Override
    public CompletableFuture<LockInfo> info() {
        return desk.local(this::snapshot);
    }

    @Override
    public CompletableFuture<LockInfo> tag(LockTags tags) {
        return desk.aside(() -> desk.keepWords(tags).thenApply(kept -> snapshot()));
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        return desk.knownCapabilities();
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public Credentials credentials() {
        return credentials;
    }

    @Override
    public Access access() {
        return access;
    }

    @Override
    public Schedules schedules() {
        return schedules;
    }

    @Override
    public Door door() {
        return door;
    }
}
