package org.lockcredentials.zwave.command;

import org.lockcredentials.internal.bytes.ByteWriter;

/**
 * A command of a command class, as one application frame carries it.
 *
 * <p>Commands are records: their components are the fields in the order of the specification, their {@code TYPE} says
 * which command class and command they are and how they are decoded.
 */
public interface Command {

    CommandType<?> type();

    /** Writes the fields that follow the command class and the command; a command without fields writes nothing. */
    default void encodeFields(ByteWriter out) {}

    /** The whole command: command class, command, fields. Wipe the array if {@link #sensitive()}. */
    default byte[] encode() {
        ByteWriter out = new ByteWriter();
        type().encodeHeader(out);
        encodeFields(out);
        return out.takeBytes();
    }

    /** True if the fields can carry a code, so that no log may show them. */
    default boolean sensitive() {
        return type().sensitive();
    }
}
