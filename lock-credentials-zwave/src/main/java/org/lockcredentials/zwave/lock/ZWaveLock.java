package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.Door;
import org.lockcredentials.Finding;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.LockTags;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.schedule.Schedule;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserState;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.battery.Battery;
import org.lockcredentials.zwave.command.doorlock.DoorLockMode;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.Product;
import org.lockcredentials.zwave.transport.CommandChannel;

/**
 * One Z-Wave lock. Everything it does, it does as tasks of the network's actor.
 *
 * <p>A lock that could not be reached when the network was opened is got to know on the first operation that reaches it.
 */
public final class ZWaveLock implements LockDriver {

    /** What is known of a lock. */
    public record Known(Optional<Product> product, KnownEndpoint endpoint) {}

    private final LockEndpoint lock;
    private final LockSite site;
    private final Supplier<CompletableFuture<Known>> introduction;
    private final EchoFilter echoes = new EchoFilter();
    private final Consumer<? super LockEvent> events;
    private volatile Optional<LockParts> parts = Optional.empty();
    private volatile boolean reachable;

    /**
     * @param introduction finds out what the lock is; asked only while that is not known
     * @param events hears of the lock, as tasks of the actor
     */
    public ZWaveLock(
            LockId id,
            CommandChannel channel,
            Actor actor,
            Supplier<Instant> now,
            LockSite site,
            Consumer<? super LockEvent> events,
            Supplier<CompletableFuture<Known>> introduction) {
        this.events = events;
        this.site = site;
        this.lock = new LockEndpoint(id, channel, actor, now, this::tell);
        this.introduction = introduction;
    }

    /** Takes over what is known of the lock from now on. */
    public void know(Known what) {
        LockParts known = LockParts.of(lock, site, what.product(), what.endpoint(), events);
        parts = Optional.of(known);
        reachable = true;
        known.log().ifPresent(LockLog::read);
    }

    @Override
    public LockInfo info() {
        Optional<Product> product = parts.flatMap(LockParts::product);
        return new LockInfo(
                lock.id(),
                "Z-Wave lock "
                        + lock.id().toString().substring(lock.id().backend().length() + 1),
                product.map(each -> Manufacturers.name(each.manufacturer())),
                product.map(each -> "%04X:%04X".formatted(each.type(), each.id())),
                reachable,
                LockTags.none());
    }

    /** Hears what came from the lock. */
    public void heard(Command command, boolean answer) {
        seen(true);
        Instant now = lock.now().get();
        if (parts.isEmpty() || echoes.isRepeated(command, now)) {
            return;
        }
        LockParts known = parts.get();
        known.users().heard(command, answer);
        if (answer) {
            return;
        }
        known.schedules().ifPresent(schedules -> schedules.heard(command));
        if (command instanceof Notification.Report report) {
            known.door().ifPresent(door -> door.heard(report));
            known.notifications().heard(report);
        } else if (command instanceof Battery.Report report && report.level() == Battery.Report.LOW) {
            tell(new LockEvent.Alarm(lock.id(), now, LockEvent.AlarmKind.LOW_BATTERY, Optional.empty()));
        } else if (command instanceof DoorLockOperation.Report report && !known.notifies()) {
            operated(report.mode(), now);
        }
    }

    /** Looks after the clock, if the lock is known and its users have schedules; to be called as a task of the actor. */
    public void keepTime() {
        parts.flatMap(LockParts::schedules).ifPresent(LockSchedules::keepTime);
    }

    /** Tells whether the lock can be spoken to, if that is news. */
    public void seen(boolean nowReachable) {
        if (reachable != nowReachable) {
            reachable = nowReachable;
            tell(new LockEvent.Connection(lock.id(), lock.now().get(), nowReachable));
            if (nowReachable) {
                parts.flatMap(LockParts::log).ifPresent(LockLog::read);
            }
        }
    }

    /** Of a lock that says no more than where its bolt is. */
    private void operated(DoorLockMode mode, Instant now) {
        Action action = switch (DoorLockControl.bolt(mode)) {
            case LOCKED -> Action.LOCK;
            case NOT_FULLY_LOCKED -> Action.NOT_FULLY_LOCKED;
            case UNLATCHED -> Action.UNLATCH;
            case UNLOCKED, UNKNOWN -> Action.UNLOCK;
        };
        tell(new LockEvent.Operation(
                lock.id(), now, action, Source.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private void tell(LockEvent event) {
        if (!echoes.isEcho(event, event.at())) {
            events.accept(event);
            parts.flatMap(LockParts::log).ifPresent(log -> log.heard(event));
        }
    }

    @Override
    public CompletableFuture<Capabilities> capabilities() {
        return with(LockParts::capabilities);
    }

    @Override
    public List<Finding> objections(UserUpdate user, List<Schedule> wanted) {
        return parts.map(known -> Stream.concat(
                                known.users().objections(user.name()).stream(),
                                known.schedules().stream().flatMap(each -> each.objections(wanted).stream()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public CompletableFuture<LockContents> readAll() {
        return with(known -> known.users().readAll());
    }

    @Override
    public CompletableFuture<OptionalLong> checksum() {
        return with(known -> known.users().checksum());
    }

    @Override
    public CompletableFuture<OptionalLong> expectedChecksum() {
        return with(known -> known.users().expectedChecksum());
    }

    @Override
    public CompletableFuture<UserState> readUser(int index) {
        return with(known -> known.users().readUser(index));
    }

    @Override
    public CompletableFuture<SlotState> readCredential(Credential place) {
        return with(known -> known.users().readCredential(place));
    }

    @Override
    public CompletableFuture<Optional<Boolean>> holds(CredentialWrite credential) {
        return with(known -> known.users().holds(credential));
    }

    @Override
    public CompletableFuture<Optional<Secret>> reveal(Credential place) {
        return with(known -> known.users().reveal(place));
    }

    @Override
    public CompletableFuture<Outcome> writeUser(WriteMode mode, UserWrite user) {
        return with(known -> known.users().writeUser(mode, user));
    }

    @Override
    public CompletableFuture<Outcome> setEnabled(int userIndex, boolean enabled) {
        return with(known -> known.users().setEnabled(userIndex, enabled));
    }

    @Override
    public CompletableFuture<Outcome> deleteUser(int index) {
        return with(known -> known.users()
                .deleteUser(index)
                .thenCompose(outcome -> known.afterDeleting(schedules -> schedules.userDeleted(index), outcome)));
    }

    @Override
    public CompletableFuture<Outcome> deleteAllUsers() {
        return with(known -> known.users()
                .deleteAllUsers()
                .thenCompose(outcome -> known.afterDeleting(LockSchedules::allUsersDeleted, outcome)));
    }

    @Override
    public CompletableFuture<Outcome> writeCredential(WriteMode mode, CredentialWrite credential) {
        return with(known -> known.users().writeCredential(mode, credential));
    }

    @Override
    public CompletableFuture<Outcome> deleteCredential(int userIndex, Credential place) {
        return with(known -> known.users().deleteCredential(userIndex, place));
    }

    @Override
    public CompletableFuture<Outcome> learn(int userIndex, Credential place, Duration patience) {
        return with(known -> known.users().learn(userIndex, place, patience));
    }

    @Override
    public CompletableFuture<Outcome> cancelLearning() {
        return with(known -> known.users().cancelLearning());
    }

    @Override
    public CompletableFuture<Outcome> assign(Credential place, int userIndex) {
        return with(known -> known.users().assign(place, userIndex));
    }

    @Override
    public CompletableFuture<Occupancy> readAdminCode() {
        return with(known -> known.users().readAdminCode());
    }

    @Override
    public CompletableFuture<Outcome> writeAdminCode(Optional<Secret> code) {
        return with(known -> known.users().writeAdminCode(code));
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
        return with(known -> known.door().map(DoorLockControl::state).orElseGet(ZWaveLock::noBolt));
    }

    /** The code has no place in the command: the radio's security stands for it. */
    @Override
    public CompletableFuture<Outcome> operate(DoorCommand command, Optional<Secret> code) {
        return with(known -> known.door().map(door -> door.operate(command)).orElseGet(ZWaveLock::noBolt));
    }

    private static <T> CompletableFuture<T> noBolt() {
        return Failures.unsupported("operating the bolt");
    }

    private <T> CompletableFuture<T> with(Function<LockParts, CompletableFuture<T>> operation) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> known().thenCompose(operation).whenComplete((done, failure) -> {
            if (failure == null) {
                result.complete(done);
            } else {
                result.completeExceptionally(failed(failure));
            }
        });
        try {
            lock.actor().execute(task);
        } catch (RejectedExecutionException shutDown) {
            result.completeExceptionally(Failures.of(Reason.CLOSED, "the host's executor is shut down"));
        }
        return result;
    }

    private LockCredentialException failed(Throwable failure) {
        LockCredentialException reason = Failures.translated(failure);
        if (reason.reason() == Reason.UNREACHABLE) {
            seen(false);
        }
        return reason.at(lock.id());
    }

    private CompletableFuture<LockParts> known() {
        if (parts.isPresent()) {
            return CompletableFuture.completedFuture(parts.get());
        }
        return introduction.get().thenApply(known -> {
            if (parts.isEmpty()) {
                know(known);
                tell(new LockEvent.Connection(lock.id(), lock.now().get(), true));
            }
            return parts.orElseThrow();
        });
    }
}
