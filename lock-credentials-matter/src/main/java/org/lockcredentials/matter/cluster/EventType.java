package org.lockcredentials.matter.cluster;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.interaction.EventData;

/**
 * A row of a cluster's table of events.
 *
 * @param name as the specification has it
 */
public record EventType<T>(long cluster, long id, String name, CommandType.Fields<T> fields) {

    /** The event, if it is one of this kind and well-formed. */
    public Optional<T> read(EventData event) {
        if (event.cluster() != cluster || event.event() != id) {
            return Optional.empty();
        }
        try {
            return Optional.of(fields.read(event.data().structure()));
        } catch (DecodeException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
