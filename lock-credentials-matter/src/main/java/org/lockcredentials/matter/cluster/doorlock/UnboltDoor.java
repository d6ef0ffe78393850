package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Unlocks without unlatching (5.2.10.25).
 *
 * @param pinCode lent for the length of the command; left out where none is given, since locks refuse a null
 */
public record UnboltDoor(Optional<Secret> pinCode) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x27, "UnboltDoor").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.optional(0, pinCode, TlvWriter::secret);
    }
}
