package org.lockcredentials.zwave.command;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteWriter;

/**
 * A command that this host has no codec for.
 *
 * @param commandClass its command class identifier, 0x0000 to 0xFFFF
 * @param command its command identifier, 0x00 to 0xFF
 * @param fields what follows, kept like a code because it may be one
 */
public record UnknownCommand(int commandClass, int command, Secret fields) implements Command {

    @Override
    public CommandType<UnknownCommand> type() {
        return new CommandType<>(
                UnknownCommand.class,
                commandClass,
                command,
                true,
                in -> new UnknownCommand(commandClass, command, SecretBytes.rest(in)));
    }

    @Override
    public void encodeFields(ByteWriter out) {
        SecretBytes.write(out, fields);
    }
}
