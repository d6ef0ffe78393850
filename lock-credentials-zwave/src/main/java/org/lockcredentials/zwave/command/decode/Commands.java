package org.lockcredentials.zwave.command.decode;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.UnknownCommand;

/** Every command that this host has a codec for, and the way from bytes to a command. */
public final class Commands {

    private static final int FIRST_EXTENDED = 0xF1;

    private static final Map<Integer, CommandType<?>> BY_ID =
            CommandTable.ROWS.stream().collect(Collectors.toUnmodifiableMap(Commands::key, Function.identity()));

    private Commands() {}

    /** The table of commands, in the order of their packages. */
    public static List<CommandType<?>> table() {
        return CommandTable.ROWS;
    }

    /** The type of a command, or empty if this host has no codec for it. */
    public static Optional<CommandType<?>> type(int commandClass, int command) {
        return Optional.ofNullable(BY_ID.get(key(commandClass, command)));
    }

    /**
     * Reads one command, from its command class to the end; what a later version appended is left out.
     *
     * @return the command, an {@link UnknownCommand} if there is no codec for it
     * @throws DecodeException if the bytes are too few or a field is out of its range
     */
    public static Command decode(byte[] bytes) throws DecodeException {
        ByteReader in = ByteReader.of(bytes);
        int first = in.u8();
        int commandClass = first >= FIRST_EXTENDED ? first << 8 | in.u8() : first;
        int command = in.u8();
        Optional<CommandType<?>> type = type(commandClass, command);
        return type.isPresent()
                ? type.get().decode(in)
                : new UnknownCommand(commandClass, command, SecretBytes.rest(in));
    }

    /**
     * Reads the command that an encapsulation carries.
     *
     * @throws DecodeException as {@link #decode(byte[])} does
     */
    public static Command decode(Secret encapsulated) throws DecodeException {
        byte[] bytes = encapsulated.use(byte[]::clone);
        try {
            return decode(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** What a log may say of a command: its name and identifiers and how long it is, never its fields. */
    public static String describe(byte[] bytes) {
        if (bytes.length < 2) {
            return bytes.length + " bytes";
        }
        int commandClass = bytes[0] & 0xFF;
        int command = bytes[1] & 0xFF;
        String name = type(commandClass, command)
                .map(CommandType::toString)
                .orElseGet(() -> String.format(Locale.ROOT, "unknown (0x%02X 0x%02X)", commandClass, command));
        return name + ", " + bytes.length + " bytes";
    }

    private static int key(CommandType<?> type) {
        return key(type.commandClass(), type.command());
    }

    private static int key(int commandClass, int command) {
        return commandClass << 8 | command;
    }
}
