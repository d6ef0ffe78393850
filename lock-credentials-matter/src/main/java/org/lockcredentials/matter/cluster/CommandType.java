package org.lockcredentials.matter.cluster;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.interaction.CommandPath;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A row of a cluster's table of commands.
 *
 * @param name as the specification has it
 * @param timed whether it must follow a timed request
 * @param repeatable whether a node that gets it twice is as if it got it once
 * @param answer the number of the command that answers it; empty if a status does
 * @param fields reads the fields of the answer, of which a status has none
 * @param <R> the answer; {@link Done} if it is a status
 */
public record CommandType<R>(
        long cluster,
        long id,
        String name,
        boolean timed,
        boolean repeatable,
        Optional<Long> answer,
        Fields<R> fields) {

    /** Reads the fields of a command. */
    @FunctionalInterface
    public interface Fields<R> {

        R read(TlvStructure fields) throws DecodeException;
    }

    /** What a command leaves to say that has no answer but success. */
    public enum Done {
        DONE
    }

    /** A command that a status answers. */
    public static CommandType<Done> of(long cluster, long id, String name) {
        return new CommandType<>(cluster, id, name, false, false, Optional.empty(), none -> Done.DONE);
    }

    /** A command that another command answers. */
    public static <R> CommandType<R> of(long cluster, long id, String name, long answer, Fields<R> fields) {
        return new CommandType<>(cluster, id, name, false, false, Optional.of(answer), fields);
    }

    /** The same row for a command that must follow a timed request. */
    public CommandType<R> whenTimed() {
        return new CommandType<>(cluster, id, name, true, repeatable, answer, fields);
    }

    /** The same row for a command that may be sent again when its answer is lost. */
    public CommandType<R> whenRepeatable() {
        return new CommandType<>(cluster, id, name, timed, true, answer, fields);
    }

    /** The command at one endpoint. */
    public CommandPath at(int endpoint) {
        return new CommandPath(endpoint, cluster, id);
    }

    @Override
    public String toString() {
        return name;
    }
}
