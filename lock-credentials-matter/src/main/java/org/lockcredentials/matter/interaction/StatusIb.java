package org.lockcredentials.matter.interaction;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/**
 * StatusIB: a status with what the cluster has to say about it (10.6.17).
 *
 * @param cluster a code whose meaning the cluster gives, 0 to 255
 */
public record StatusIb(Status status, Optional<Integer> cluster) {

    public static final StatusIb SUCCESS = new StatusIb(Status.SUCCESS, Optional.empty());

    public static StatusIb of(Status.Code code) {
        return new StatusIb(Status.of(code), Optional.empty());
    }

    public static StatusIb decode(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new StatusIb(new Status(in.u8(0)), in.optional(1, TlvElement::u8));
    }

    void encode(TlvWriter out) {
        out.unsigned(0, status.code()).optional(1, cluster, TlvWriter::unsigned);
    }

    @Override
    public String toString() {
        return cluster.map(code -> status + ", cluster status " + code).orElseGet(status::toString);
    }
}
