package org.lockcredentials.zwave.command;

import java.util.Locale;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/**
 * What is known of a command before any of its fields is read: one row of the table of commands.
 *
 * @param javaType the record that holds it
 * @param commandClass command class identifier, 0x0000 to 0xFFFF; above 0xFF it takes two bytes on the wire
 * @param command command identifier, 0x00 to 0xFF
 * @param sensitive true if the fields can carry a code
 * @param decoder reads the fields
 */
public record CommandType<C extends Command>(
        Class<C> javaType, int commandClass, int command, boolean sensitive, Decoder<C> decoder) {

    /** Reads the fields of one kind of command; bytes after the last known field are a later version's and are left. */
    @FunctionalInterface
    public interface Decoder<C extends Command> {
        C decode(ByteReader in) throws DecodeException;
    }

    public CommandType {
        Range.u16("command class", commandClass);
        Range.u8("command", command);
    }

    /** A command whose fields may be shown. */
    public static <C extends Command> CommandType<C> of(
            Class<C> javaType, CommandClass commandClass, int command, Decoder<C> decoder) {
        return new CommandType<>(javaType, commandClass.id(), command, false, decoder);
    }

    /** A command whose fields can carry a code. */
    public static <C extends Command> CommandType<C> sensitive(
            Class<C> javaType, CommandClass commandClass, int command, Decoder<C> decoder) {
        return new CommandType<>(javaType, commandClass.id(), command, true, decoder);
    }

    /** Reads the fields; a field out of its range is a decoding error like a field that is missing. */
    public C decode(ByteReader fields) throws DecodeException {
        try {
            return decoder.decode(fields);
        } catch (IllegalArgumentException outOfRange) {
            throw new DecodeException(this + ": " + outOfRange.getMessage());
        }
    }

    /** {@code received} if it is of this type. */
    public Optional<C> match(Command received) {
        return javaType.isInstance(received) ? Optional.of(javaType.cast(received)) : Optional.empty();
    }

    void encodeHeader(ByteWriter out) {
        if (commandClass > 0xFF) {
            out.u16(commandClass);
        } else {
            out.u8(commandClass);
        }
        out.u8(command);
    }

    /** Name and identifiers, as {@code UserCode.Report (0x63 0x03)}. */
    @Override
    public String toString() {
        String name = javaType.getName();
        return String.format(
                Locale.ROOT,
                "%s (0x%02X 0x%02X)",
                name.substring(name.lastIndexOf('.') + 1).replace('$', '.'),
                commandClass,
                command);
    }
}
