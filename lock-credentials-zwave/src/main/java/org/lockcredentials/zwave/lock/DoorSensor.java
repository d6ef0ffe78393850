package org.lockcredentials.zwave.lock;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.doorlock.DoorLockCapabilities;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.notification.EventSupported;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationType;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.lock.LockNotes.Subject;

/**
 * Whether the door stands open, on a lock that can tell. Every Operation Report has a bit for it, which means nothing without a sensor
 * (SDS13781 §4.37.4); that there is one the lock says in its capabilities (Door Lock CC v4), by the events it notifies of, or by telling one.
 *
 * <p>Found out once and kept. Touched by tasks of the network's actor only.
 */
final class DoorSensor {

    private static final int DOOR = 0x01;
    private static final int CAPABILITIES_SINCE = 4;
    private static final int EVENTS_SINCE = 3;
    private static final String PRESENT = "sensor";
    private static final String ABSENT = "none";

    private final LockEndpoint lock;
    private final LockNotes notes;
    private final Predicate<CommandClass> supports;
    private Optional<Boolean> told = Optional.empty();

    /** @param supports which command classes the lock has */
    DoorSensor(LockEndpoint lock, LockNotes notes, Predicate<CommandClass> supports) {
        this.lock = lock;
        this.notes = notes;
        this.supports = supports;
    }

    void heard(Notification.Report report) {
        report.event().flatMap(AccessControlEvent::of).ifPresent(event -> {
            if (event == AccessControlEvent.DOOR_OPEN || event == AccessControlEvent.DOOR_CLOSED) {
                told = Optional.of(event == AccessControlEvent.DOOR_OPEN);
            }
        });
    }

    /** Empty if the lock has no sensor, or did not say whether it has. */
    CompletableFuture<Optional<Boolean>> open(DoorLockOperation.Report report) {
        if (told.isPresent()) {
            return CompletableFuture.completedFuture(told);
        }
        return present()
                .thenApply(present -> present ? Optional.of(!report.condition().doorClosed()) : Optional.empty());
    }

    private CompletableFuture<Boolean> present() {
        Optional<String> kept = notes.read(Subject.DOOR);
        if (kept.isPresent()) {
            return CompletableFuture.completedFuture(kept.get().equals(PRESENT));
        }
        return senses().handle((present, failure) -> {
            if (failure != null) {
                return false;
            }
            notes.write(Subject.DOOR, present ? PRESENT : ABSENT);
            return present;
        });
    }

    private CompletableFuture<Boolean> senses() {
        return version(CommandClass.DOOR_LOCK)
                .thenCompose(version -> version >= CAPABILITIES_SINCE
                        ? lock.channel()
                                .get(new DoorLockCapabilities.Get())
                                .thenApply(report -> (report.components() & DOOR) != 0)
                        : notifies());
    }

    private CompletableFuture<Boolean> notifies() {
        if (!supports.test(CommandClass.NOTIFICATION)) {
            return CompletableFuture.completedFuture(false);
        }
        return version(CommandClass.NOTIFICATION)
                .thenCompose(version -> version >= EVENTS_SINCE
                        ? lock.channel()
                                .get(new EventSupported.Get(NotificationType.ACCESS_CONTROL))
                                .thenApply(report -> report.events().contains(AccessControlEvent.DOOR_OPEN.code()))
                        : CompletableFuture.completedFuture(false));
    }

    /** Asked first: a command that a lock does not know yet stays unanswered, and costs the time of waiting. */
    private CompletableFuture<Integer> version(CommandClass commandClass) {
        return lock.channel()
                .get(new CommandClassVersion.Get(commandClass.id()))
                .thenApply(CommandClassVersion.Report::version);
    }
}
