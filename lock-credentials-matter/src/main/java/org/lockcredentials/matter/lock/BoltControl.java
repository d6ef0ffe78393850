package org.lockcredentials.matter.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Door;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.DoorLockFeature;
import org.lockcredentials.matter.cluster.doorlock.DoorState;
import org.lockcredentials.matter.cluster.doorlock.LockDoor;
import org.lockcredentials.matter.cluster.doorlock.LockState;
import org.lockcredentials.matter.cluster.doorlock.UnboltDoor;
import org.lockcredentials.matter.cluster.doorlock.UnlockDoor;
import org.lockcredentials.matter.cluster.doorlock.UnlockWithTimeout;
import org.lockcredentials.spi.LockDriver.DoorCommand;

/** Moves the bolt and tells where it is. */
final class BoltControl {

    private static final Duration LONGEST = Duration.ofSeconds(0xFFFF);

    private final LockEndpoint lock;
    private final boolean takesCodes;
    private final boolean unbolts;

    /** Changes with the attribute RequirePINforRemoteOperation. */
    private volatile boolean wantsCode;

    BoltControl(LockEndpoint lock, LockTraits traits, Attributes told) {
        this.lock = lock;
        this.takesCodes = traits.has(DoorLockFeature.PIN_CREDENTIAL)
                && traits.has(DoorLockFeature.CREDENTIAL_OVER_THE_AIR_ACCESS);
        this.unbolts = traits.has(DoorLockFeature.UNBOLTING);
        changed(told);
    }

    void changed(Attributes values) {
        values.get(lock.endpoint(), DoorLock.REQUIRE_PIN_FOR_REMOTE_OPERATION.attribute())
                .ifPresent(wanted -> wantsCode = takesCodes && wanted);
    }

    CompletableFuture<Door.State> state() {
        int endpoint = lock.endpoint();
        return lock.node()
                .read(List.of(DoorLock.LOCK_STATE.path(endpoint), DoorLock.DOOR_STATE.path(endpoint)))
                .thenApply(told -> new Door.State(
                        told.get(endpoint, DoorLock.LOCK_STATE)
                                .map(BoltControl::bolt)
                                .orElse(Door.Bolt.UNKNOWN),
                        told.get(endpoint, DoorLock.DOOR_STATE).flatMap(BoltControl::open)));
    }

    CompletableFuture<Outcome> operate(DoorCommand command, Optional<Secret> code) {
        if (wantsCode && code.isEmpty()) {
            return Failures.failed(Reason.INVALID, "this lock moves only with a code (RequirePINforRemoteOperation)");
        }
        if (command instanceof DoorCommand.Unbolt && !unbolts) {
            return Failures.unsupported("unbolting without unlatching (the Unbolting feature of the DoorLock cluster)");
        }
        Optional<Secret> sent = takesCodes ? code : Optional.empty();
        if (command instanceof DoorCommand.UnlockFor open && open.time().compareTo(LONGEST) > 0) {
            return Failures.failed(Reason.INVALID, "a lock counts at most " + LONGEST.toSeconds() + " seconds");
        }
        return lock.invoke(of(command, sent)).thenApply(done -> Outcome.CONFIRMED);
    }

    private static Command<Done> of(DoorCommand command, Optional<Secret> code) {
        if (command instanceof DoorCommand.Unbolt) {
            return new UnboltDoor(code);
        }
        if (command instanceof DoorCommand.UnlockFor open) {
            return new UnlockWithTimeout(open.time(), code);
        }
        return command instanceof DoorCommand.Lock ? new LockDoor(code) : new UnlockDoor(code);
    }

    private static Door.Bolt bolt(LockState state) {
        return switch (state) {
            case LOCKED -> Door.Bolt.LOCKED;
            case UNLOCKED -> Door.Bolt.UNLOCKED;
            case UNLATCHED -> Door.Bolt.UNLATCHED;
            case NOT_FULLY_LOCKED -> Door.Bolt.NOT_FULLY_LOCKED;
        };
    }

    private static Optional<Boolean> open(DoorState state) {
        return switch (state) {
            case OPEN, FORCED_OPEN, AJAR -> Optional.of(true);
            case CLOSED -> Optional.of(false);
            case JAMMED, UNSPECIFIED_ERROR -> Optional.empty();
        };
    }
}
