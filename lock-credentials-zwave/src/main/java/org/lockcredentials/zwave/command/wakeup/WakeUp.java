package org.lockcredentials.zwave.command.wakeup;

import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;

/** Wake Up CC v1 to v3, Notification and No More Information (SDS13782 §4.43.6, §4.43.7). */
public sealed interface WakeUp extends Command {

    /** Wake Up Notification (0x07): the node is awake and waits for commands. */
    record Notification() implements WakeUp {
        public static final CommandType<Notification> TYPE =
                CommandType.of(Notification.class, CommandClass.WAKE_UP, 0x07, in -> new Notification());

        @Override
        public CommandType<Notification> type() {
            return TYPE;
        }
    }

    /** Wake Up No More Information (0x08): the node may sleep. */
    record NoMoreInformation() implements WakeUp {
        public static final CommandType<NoMoreInformation> TYPE =
                CommandType.of(NoMoreInformation.class, CommandClass.WAKE_UP, 0x08, in -> new NoMoreInformation());

        @Override
        public CommandType<NoMoreInformation> type() {
            return TYPE;
        }
    }
}
