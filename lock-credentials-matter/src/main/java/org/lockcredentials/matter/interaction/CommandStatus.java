package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** CommandStatusIB: the answer to a command that says no more than how it went (10.6.14). */
public record CommandStatus(CommandPath path, StatusIb status, Optional<Integer> reference) {

    static CommandStatus decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new CommandStatus(
                CommandPath.decode(in.element(0)), StatusIb.decode(in.element(1)), in.optional(2, TlvElement::u16));
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(tag, ib -> {
            path.encode(ib, Tag.of(0));
            ib.structure(1, status::encode).optional(2, reference, TlvWriter::unsigned);
        });
    }
}
