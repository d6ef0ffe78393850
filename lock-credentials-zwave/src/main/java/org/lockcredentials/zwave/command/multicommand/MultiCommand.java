package org.lockcredentials.zwave.command.multicommand;

import java.util.ArrayList;
import java.util.List;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * Multi Command Encapsulated Command (0x01), Multi Command CC v1 (SDS13783 §3.4.3).
 *
 * @param commands the whole commands that are carried, in the order in which they are to be done
 */
public record MultiCommand(List<Secret> commands) implements Command {
    public static final CommandType<MultiCommand> TYPE =
            CommandType.sensitive(MultiCommand.class, CommandClass.MULTI_COMMAND, 0x01, MultiCommand::decode);

    public MultiCommand {
        commands = List.copyOf(commands);
        Range.u8("commands", commands.size());
        commands.forEach(each -> Range.length("command", each, 2, 255));
    }

    static MultiCommand decode(ByteReader in) throws DecodeException {
        List<Secret> commands = new ArrayList<>();
        for (int left = in.u8(); left > 0; left--) {
            commands.add(SecretBytes.read(in, in.u8()));
        }
        return new MultiCommand(commands);
    }

    @Override
    public void encodeFields(ByteWriter out) {
        out.u8(commands.size());
        for (Secret each : commands) {
            out.u8(each.length());
            SecretBytes.write(out, each);
        }
    }

    @Override
    public CommandType<MultiCommand> type() {
        return TYPE;
    }
}
