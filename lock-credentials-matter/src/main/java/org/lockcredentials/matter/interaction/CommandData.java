package org.lockcredentials.matter.interaction;

import java.util.List;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * CommandDataIB: a command or the answer to one (10.6.12).
 *
 * @param fields may hold a code; the one who made it wipes it
 * @param reference which command of several an answer belongs to
 */
public record CommandData(CommandPath path, TlvStructure fields, Optional<Integer> reference) {

    static CommandData decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new CommandData(
                CommandPath.decode(in.element(0)),
                in.optional(1, TlvElement::structure).orElseGet(() -> new TlvStructure(List.of())),
                in.optional(2, TlvElement::u16));
    }

    void encode(TlvWriter out, Tag tag) {
        out.structure(tag, ib -> {
            path.encode(ib, Tag.of(0));
            ib.element(1, fields).optional(2, reference, TlvWriter::unsigned);
        });
    }
}
