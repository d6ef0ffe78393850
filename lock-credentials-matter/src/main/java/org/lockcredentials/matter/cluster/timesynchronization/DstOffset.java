package org.lockcredentials.matter.cluster.timesynchronization;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * What is added to the time zone's offset for a while (DSTOffsetStruct, 11.17.6.7).
 *
 * @param validUntil empty for ever
 */
public record DstOffset(Duration offset, Instant validStarting, Optional<Instant> validUntil) {

    static DstOffset read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new DstOffset(
                Duration.ofSeconds(in.i32(0)),
                MatterEpoch.instant(in.element(1)),
                in.optional(2, MatterEpoch::instant));
    }

    static void write(TlvWriter out, Tag tag, DstOffset dst) {
        out.structure(tag, struct -> {
            struct.signed(0, dst.offset.toSeconds());
            MatterEpoch.writeInstant(struct, Tag.of(1), dst.validStarting);
            struct.nullable(2, dst.validUntil, MatterEpoch::writeInstant);
        });
    }
}
