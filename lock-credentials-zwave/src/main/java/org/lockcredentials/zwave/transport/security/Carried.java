package org.lockcredentials.zwave.transport.security;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.multicommand.MultiCommand;
import org.lockcredentials.zwave.command.supervision.Supervision;

/** Looks into a command's encapsulations for the command classes that it is about, without making copies of what may be secret. */
final class Carried {

    private static final int DEEPEST = 4;
    private static final int FIRST_EXTENDED = 0xF1;
    private static final int NO_COMMAND = -1;

    private Carried() {}

    /** The command classes of the commands that are carried at last; that of the command itself if it carries none. */
    static List<Integer> classes(byte[] command) throws DecodeException {
        List<Integer> found = new ArrayList<>();
        look(ByteReader.of(command), found, 0);
        return found;
    }

    private static void look(ByteReader in, List<Integer> found, int depth) throws DecodeException {
        int first = in.u8();
        int commandClass = first < FIRST_EXTENDED ? first : first << 8 | in.u8();
        if (depth == DEEPEST) {
            throw new DecodeException("encapsulated more than " + DEEPEST + " times");
        }
        int command = in.isEmpty() ? NO_COMMAND : in.u8();
        if (is(Supervision.Get.TYPE, commandClass, command)) {
            in.skip(1);
            look(in.slice(in.u8()), found, depth + 1);
        } else if (is(MultiChannel.Encapsulation.TYPE, commandClass, command)) {
            in.skip(2);
            look(in, found, depth + 1);
        } else if (is(MultiCommand.TYPE, commandClass, command)) {
            for (int left = in.u8(); left > 0; left--) {
                look(in.slice(in.u8()), found, depth + 1);
            }
        } else {
            found.add(commandClass);
        }
    }

    private static boolean is(CommandType<?> type, int commandClass, int command) {
        return type.commandClass() == commandClass && type.command() == command;
    }
}
