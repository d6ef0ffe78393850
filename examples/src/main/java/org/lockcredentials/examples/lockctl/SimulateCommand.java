package org.lockcredentials.examples.lockctl;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.simulation.SimulatedLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands in front of a simulated lock. */
@Command(name = "simulate", description = "Does what a person at a simulated lock does.")
final class SimulateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "LOCK")
    private Optional<LockId> lock = Optional.empty();

    @Parameters(
            index = "1",
            paramLabel = "ACTION",
            description = "code CODE types it at the keypad; knob turns the knob inside; open and close move the door;"
                    + " jam and free the bolt; restart takes the power away and gives it back.")
    private Optional<Action> action = Optional.empty();

    @Parameters(index = "2", arity = "0..1", paramLabel = "CODE", converter = SecretSource.ToSecret.class)
    private Optional<Secret> code = Optional.empty();

    SimulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Action wanted = action.orElseThrow();
        if (code.isPresent() != (wanted == Action.CODE)) {
            throw new IllegalArgumentException("code takes a code, and nothing else does");
        }
        SimulatedLock door = session.simulated(lock.orElseThrow());
        var answer = Json.object().put("lock", door.id().toString()).put("simulated", wanted.name());
        if (code.isPresent()) {
            try (Secret typed = code.get()) {
                answer.put("opened", door.enterCode(typed));
            }
        } else {
            act(door, wanted);
        }
        return session.out().answer(answer);
    }

    private static void act(SimulatedLock door, Action action) {
        switch (action) {
            case CODE -> throw new IllegalArgumentException("code takes a code");
            case KNOB -> door.turnKnob();
            case OPEN -> door.openDoor();
            case CLOSE -> door.closeDoor();
            case JAM -> door.jam(true);
            case FREE -> door.jam(false);
            case RESTART -> door.restart();
        }
    }

    /** What a person can do to a lock. */
    enum Action {
        CODE,
        KNOB,
        OPEN,
        CLOSE,
        JAM,
        FREE,
        RESTART
    }
}
