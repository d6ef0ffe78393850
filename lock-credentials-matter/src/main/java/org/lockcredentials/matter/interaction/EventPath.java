package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * EventPathIB: the events that are meant, all of a kind where a number is left out (10.6.8).
 *
 * @param urgent a subscriber wants to hear of them at once
 */
public record EventPath(Optional<Integer> endpoint, Optional<Long> cluster, Optional<Long> event, boolean urgent) {

    /** All events of a cluster wherever it is, told at once. */
    public static EventPath ofCluster(long cluster) {
        return new EventPath(Optional.empty(), Optional.of(cluster), Optional.empty(), true);
    }

    static EventPath decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.list().asStructure();
        return new EventPath(
                in.optional(1, TlvElement::u16),
                in.optional(2, TlvElement::u32),
                in.optional(3, TlvElement::u32),
                in.optional(4, TlvElement::bool).orElse(false));
    }

    void encode(TlvWriter out, Tag tag) {
        out.list(tag, list -> {
            list.optional(1, endpoint, TlvWriter::unsigned)
                    .optional(2, cluster, TlvWriter::unsigned)
                    .optional(3, event, TlvWriter::unsigned);
            if (urgent) {
                list.bool(4, true);
            }
        });
    }
}
