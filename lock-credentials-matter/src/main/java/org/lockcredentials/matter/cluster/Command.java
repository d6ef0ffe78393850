package org.lockcredentials.matter.cluster;

import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * A command with its fields.
 *
 * @param <R> the answer
 */
public interface Command<R> {

    /** The row of the table that it belongs to. */
    CommandType<R> type();

    /** Writes the fields. */
    void encode(TlvWriter out);
}
