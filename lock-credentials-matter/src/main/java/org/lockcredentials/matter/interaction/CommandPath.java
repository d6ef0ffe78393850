package org.lockcredentials.matter.interaction;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * CommandPathIB: one command of a node (10.6.11).
 *
 * @param endpoint 0 to 65,535
 * @param cluster unsigned 32 bits
 * @param command unsigned 32 bits
 */
public record CommandPath(int endpoint, long cluster, long command) {

    static CommandPath decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.list().asStructure();
        return new CommandPath(in.u16(0), in.u32(1), in.u32(2));
    }

    void encode(TlvWriter out, Tag tag) {
        out.list(tag, list -> list.unsigned(0, endpoint).unsigned(1, cluster).unsigned(2, command));
    }
}
