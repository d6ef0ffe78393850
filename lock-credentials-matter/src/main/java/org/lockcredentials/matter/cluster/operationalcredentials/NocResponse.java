package org.lockcredentials.matter.cluster.operationalcredentials;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * How a change of the fabrics went (11.18.6.10).
 *
 * @param fabricIndex the node's number of the fabric
 */
public record NocResponse(NodeOperationalCertStatus status, Optional<Integer> fabricIndex, String debugText) {

    static NocResponse decode(TlvStructure in) throws DecodeException {
        return new NocResponse(
                Coded.reading(NodeOperationalCertStatus.class, NodeOperationalCertStatus.UNKNOWN)
                        .read(in.element(0)),
                in.optional(1, TlvElement::u8),
                in.optional(2, TlvElement::utf8).orElse(""));
    }
}
