package org.lockcredentials.internal.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Door;
import org.lockcredentials.Receipt;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.LockDriver.DoorCommand;

/** The bolt of one lock. */
final class DoorOfLock implements Door {

    private static final Duration LONGEST = Duration.ofMinutes(254);

    private final LockDesk desk;

    DoorOfLock(LockDesk desk) {
        this.desk = desk;
    }

    @Override
    public CompletableFuture<State> state() {
        return desk.run((turn, capabilities) ->
                UsersOfLock.valid(validation(capabilities)).thenCompose(valid -> turn.ask(LockDriver::doorState)));
    }

    @Override
    public CompletableFuture<Receipt> lock(Optional<Secret> code) {
        return operate(new DoorCommand.Lock(), code);
    }

    @Override
    public CompletableFuture<Receipt> unlock(Optional<Secret> code) {
        return operate(new DoorCommand.Unlock(), code);
    }

    @Override
    public CompletableFuture<Receipt> unbolt(Optional<Secret> code) {
        return operate(new DoorCommand.Unbolt(), code);
    }

    @Override
    public CompletableFuture<Receipt> unlockFor(Duration time, Optional<Secret> code) {
        return operate(new DoorCommand.UnlockFor(time), code);
    }

    private CompletableFuture<Receipt> operate(DoorCommand command, Optional<Secret> code) {
        return desk.unlessWiped(code.stream().toList(), () -> operateWith(command, code.map(Secret::copy)));
    }

    private CompletableFuture<Receipt> operateWith(DoorCommand command, Optional<Secret> own) {
        return desk.run(own.stream().toList(), (turn, capabilities) -> {
            Validation validation = validation(capabilities);
            if (command instanceof DoorCommand.Unbolt) {
                validation.feature(Capabilities.Feature.UNBOLTING, "unbolting without unlatching");
            }
            if (command instanceof DoorCommand.UnlockFor limited && !isInRange(limited.time())) {
                validation.invalid("time", "a door is unlocked for 1 second to 254 minutes");
            }
            return UsersOfLock.valid(validation)
                    .thenCompose(valid -> turn.tell(driver -> driver.operate(command, own)))
                    .thenApply(outcome -> Receipt.of(desk.id(), outcome));
        });
    }

    private Validation validation(Capabilities capabilities) {
        return new Validation(capabilities, desk.context())
                .feature(Capabilities.Feature.DOOR_OPERATION, "operating the bolt");
    }

    private static boolean isInRange(Duration time) {
        return time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(LONGEST) <= 0;
    }
}
