package org.lockcredentials.matter.lock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Door;
import org.lockcredentials.Finding;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

/**
 * One Matter lock: the DoorLock cluster on an endpoint of a node (Matter Application Clusters, 5.2).
 *
 * <p>A lock that could not be reached when the backend was opened is got to know on the first operation that reaches it.
 */
public final class MatterLock implements LockDriver, NodeListener {

    private final LockEndpoint lock;
    private final LockSite site;
    private final DoorLockEvents happenings;
    private volatile Optional<LockParts> parts = Optional.empty();

    /**
     * @param events hears of the lock; never blocks
     */
    public MatterLock(
            LockId id, LockNode node, LockSite site, Supplier<Instant> now, Consumer<? super LockEvent> events) {
        this.lock = new LockEndpoint(id, node, id.endpoint(), now, events);
        this.site = site;
        this.happenings = new DoorLockEvents(
                lock, change -> parts.ifPresent(each -> each.known().changed(change)));
    }

    /**
     * Gets to know the lock, unless that is done. Completes with this lock; fails as any operation does.
     */
    public CompletableFuture<MatterLock> meet() {
        return with(known -> CompletableFuture.completedFuture(this));
    }

    @Override
    public LockInfo info() {
        Optional<LockTraits> traits = parts.map(LockParts::traits);
        return new LockInfo(
                lock.id(),
                traits.flatMap(LockTraits::label)
                        .orElseGet(() -> "Matter lock "
                                + Long.toUnsignedString(lock.node().nodeId(), 16)),
                traits.flatMap(LockTraits::manufacturer),
                traits.flatMap(LockTraits::model),
                lock.node().reachable(),
                LockTags.none());
    }

    @Override
    public void changed(Attributes values) {
        parts.ifPresent(known -> known.bolt().changed(values));
    }

    @Override
    public void happened(EventData event) {
        happenings.happened(event);
    }

    @Override
    public void missed(long after, long before) {
        lock.tell(new LockEvent.Missed(lock.id(), lock.now().get()));
    }

    @Override
    public void reachable(boolean reachable) {
        lock.tell(new LockEvent.Connection(lock.id(), lock.now().get(), reachable));
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        return with(known -> CompletableFuture.completedFuture(known.capabilities()));
    }

    @Override
    public List<Finding> objections(UserUpdate user, List<Schedule> schedules) {
        return parts.filter(LockParts::hasUsers)
                .map(known -> known.objections(user, schedules))
                .orElse(List.of());
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return withUsers(known -> known.reader().readAll());
    }

    @Override
    public CompletableFuture<UserState> readUser(int index) {
        return withUsers(known -> known.reader().readUser(index));
    }

    @Override
    public CompletableFuture<SlotState> readCredential(Credential place) {
        return withUsers(known -> known.reader().readCredential(place));
    }

    /** A lock never tells what a credential says. */
    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user) {
        return withUsers(known -> known.users().write(mode, user));
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return withUsers(known -> known.users().setEnabled(userIndex, enabled));
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return withUsers(known -> known.users()
                .delete(index)
                .whenComplete((outcome, failure) -> known.unanswered().forget(each -> each.user() == index))
                .thenCompose(
                        outcome -> known.afterDeleting(each -> each.usersDeleted(user -> user == index), outcome)));
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return withUsers(known -> known.users()
                .deleteAll()
                .whenComplete((outcome, failure) -> known.unanswered().forget(any -> true))
                .thenCompose(outcome -> known.afterDeleting(each -> each.usersDeleted(any -> true), outcome)));
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential) {
        return withUsers(known -> known.credentials().write(mode, credential));
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return withUsers(known -> known.credentials().delete(place));
    }

    @Override
    public CompletableFuture<Occupancy> readAdminCode() {
        return withProgrammingPin(ProgrammingPin::read);
    }

    @Override
    public CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        return withProgrammingPin(pin -> pin.write(code));
    }

    @Override
    public CompletableFuture<List<Schedule>> readSchedules(int userIndex) {
        return with(known -> known.schedules()
                .map(schedules -> schedules.read(userIndex))
                .orElseGet(() -> Failures.unsupported("schedules")));
    }

    @Override
    public CompletableFuture<Outcome> writeSchedules(int userIndex, List<Schedule> schedules) {
        return with(known -> known.schedules()
                .map(each -> each.write(userIndex, schedules))
                .orElseGet(() -> Failures.unsupported("schedules")));
    }

    @Override
    public CompletableFuture<Door.State> doorState() {
        return with(known -> known.bolt().state());
    }

    @Override
    public CompletableFuture<Outcome> operate(DoorCommand command, Optional<Secret> code) {
        return with(known -> known.bolt().operate(command, code));
    }

    /** Wipes what is remembered of codes; operations still end as they would. */
    public void close() {
        parts.ifPresent(known -> known.unanswered().close());
    }

    private <T> CompletableFuture<T> withUsers(Function<LockParts, CompletableFuture<T>> operation) {
        return with(known -> known.hasUsers()
                ? operation.apply(known)
                : Failures.unsupported("users (the User feature of the DoorLock cluster)"));
    }

    private <T> CompletableFuture<T> withProgrammingPin(Function<ProgrammingPin, CompletableFuture<T>> operation) {
        return with(known ->
                known.programmingPin().map(operation).orElseGet(() -> Failures.unsupported("a programming PIN")));
    }

    private <T> CompletableFuture<T> with(Function<LockParts, CompletableFuture<T>> operation) {
        return known().thenCompose(operation)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        Failures.translated(failure).at(lock.id())));
    }

    private CompletableFuture<LockParts> known() {
        return parts.map(CompletableFuture::completedFuture)
                .orElseGet(() -> LockParts.of(lock, site).thenApply(this::know));
    }

    private synchronized LockParts know(LockParts told) {
        if (parts.isEmpty()) {
            parts = Optional.of(told);
        }
        return parts.get();
    }
}
