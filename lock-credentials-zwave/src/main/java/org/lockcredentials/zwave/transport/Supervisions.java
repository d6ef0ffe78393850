package org.lockcredentials.zwave.transport;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.supervision.Supervision;

/** What is asked of several at once is done and not answered (SDS13783 §3.7). */
final class Supervisions {

    private Supervisions() {}

    /** What a Supervision Get carries, which is wiped; any other command as it is. */
    static Command unasked(Command command) throws DecodeException {
        if (!(command instanceof Supervision.Get get)) {
            return command;
        }
        try {
            return Commands.decode(get.command());
        } finally {
            get.command().wipe();
        }
    }
}
