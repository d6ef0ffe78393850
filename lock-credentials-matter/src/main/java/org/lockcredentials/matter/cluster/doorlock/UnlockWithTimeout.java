package org.lockcredentials.matter.cluster.doorlock;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.CommandType.Done;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * Unlocks, and locks again after a time (5.2.10.3).
 *
 * @param timeout 0 to 65,535 s
 * @param pinCode lent for the length of the command; left out where none is given, since locks refuse a null
 */
public record UnlockWithTimeout(Duration timeout, Optional<Secret> pinCode) implements Command<Done> {

    static final CommandType<Done> TYPE =
            CommandType.of(DoorLock.CLUSTER, 0x03, "UnlockWithTimeout").whenTimed();

    @Override
    public CommandType<Done> type() {
        return TYPE;
    }

    @Override
    public void encode(TlvWriter out) {
        out.unsigned(0, timeout.toSeconds());
        out.optional(1, pinCode, TlvWriter::secret);
    }
}
