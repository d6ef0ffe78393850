package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Door;
import org.lockcredentials.Door.Bolt;
import org.lockcredentials.Outcome;
import org.lockcredentials.spi.LockDriver.DoorCommand;
import org.lockcredentials.zwave.command.doorlock.DoorLockConfiguration;
import org.lockcredentials.zwave.command.doorlock.DoorLockMode;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.doorlock.DoorLockSettings;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.lock.ReadBack.Sight;

/** The bolt (Door Lock CC v1 to v4, SDS13781 §4.37 to §4.39). */
final class DoorLockControl {

    /** A motor may have to try twice. */
    private static final Duration MOVING = Duration.ofSeconds(10);

    private final LockEndpoint lock;
    private final DoorSensor sensor;
    private final ReadBack readBack;

    DoorLockControl(LockEndpoint lock, DoorSensor sensor) {
        this.lock = lock;
        this.sensor = sensor;
        this.readBack = new ReadBack(lock);
    }

    CompletableFuture<Door.State> state() {
        return lock.channel()
                .get(new DoorLockOperation.Get())
                .thenCompose(report ->
                        sensor.open(report).thenApply(open -> new Door.State(bolt(report.mode()), open)));
    }

    void heard(Notification.Report report) {
        sensor.heard(report);
    }

    CompletableFuture<Outcome> operate(DoorCommand command) {
        if (command instanceof DoorCommand.UnlockFor timed) {
            return unlockFor(timed.time());
        }
        if (command instanceof DoorCommand.Unbolt) {
            return Failures.unsupported("unbolting without unlatching");
        }
        return move(command instanceof DoorCommand.Lock ? DoorLockMode.SECURED : DoorLockMode.UNSECURED);
    }

    /**
     * A lock unlocks for the one time it is configured for, and only if it is configured to (SDS13781 §4.37.2); its configuration is
     * not this driver's to change.
     */
    private CompletableFuture<Outcome> unlockFor(Duration time) {
        return lock.channel().get(new DoorLockConfiguration.Get()).thenCompose(report -> {
            DoorLockSettings settings = report.settings();
            boolean possible = settings.operationType() == DoorLockSettings.TIMED
                    && settings.timeout().time().filter(time::equals).isPresent();
            return possible
                    ? move(DoorLockMode.UNSECURED_WITH_TIMEOUT)
                    : Failures.unsupported("to unlock for " + time.toSeconds() + " seconds, as it is configured");
        });
    }

    private CompletableFuture<Outcome> move(DoorLockMode mode) {
        return lock.channel()
                .set(new DoorLockOperation.Set(mode), MOVING)
                .thenCompose(delivery -> readBack.outcome(
                        delivery,
                        () -> lock.channel()
                                .get(new DoorLockOperation.Get())
                                .thenApply(report -> report.mode().equals(mode) ? Sight.AS_WRITTEN : Sight.DIFFERENT)));
    }

    static Bolt bolt(DoorLockMode mode) {
        if (mode.equals(DoorLockMode.SECURED)) {
            return Bolt.LOCKED;
        }
        if (mode.equals(DoorLockMode.UNKNOWN)) {
            return Bolt.NOT_FULLY_LOCKED;
        }
        return mode.equals(DoorLockMode.UNSECURED) || mode.equals(DoorLockMode.UNSECURED_WITH_TIMEOUT)
                ? Bolt.UNLOCKED
                : Bolt.UNKNOWN;
    }
}
