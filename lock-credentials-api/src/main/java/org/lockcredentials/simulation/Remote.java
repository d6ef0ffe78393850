package org.lockcredentials.simulation;

import java.util.Optional;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.LockDriver.DoorCommand;

/** Moves the bolt for a host; its lock's monitor guards it. */
final class Remote {

    private final Contents contents;
    private final Refusals refusals;
    private final Entrance entrance;
    private final Bolt bolt;
    private final Announcer announcer;

    Remote(Contents contents, Refusals refusals, Entrance entrance, Bolt bolt, Announcer announcer) {
        this.contents = contents;
        this.refusals = refusals;
        this.entrance = entrance;
        this.bolt = bolt;
        this.announcer = announcer;
    }

    Outcome operate(DoorCommand command, Optional<Secret> code) {
        Optional<StoredCredential> by = code.flatMap(secret -> contents.find(CredentialType.PIN, secret));
        entrance.objectionToRemote(code).ifPresent(objection -> {
            announcer.denied(Source.REMOTE, by, objection);
            throw refusals.refusal(Reason.REJECTED, "the lock refused to move: " + objection);
        });
        Outcome outcome = bolt.move(command instanceof DoorCommand.Lock, Source.REMOTE, by);
        if (command instanceof DoorCommand.UnlockFor open) {
            bolt.relockAfter(open.time());
            return Outcome.CONFIRMED;
        }
        return outcome;
    }
}
