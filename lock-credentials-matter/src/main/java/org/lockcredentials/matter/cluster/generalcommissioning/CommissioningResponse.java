package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/** The answer to ArmFailSafe, SetRegulatoryConfig and CommissioningComplete (11.10.7). */
public record CommissioningResponse(CommissioningError error, String debugText) {

    static CommissioningResponse decode(TlvStructure in) throws DecodeException {
        return new CommissioningResponse(
                Coded.reading(CommissioningError.class, CommissioningError.UNKNOWN)
                        .read(in.element(0)),
                in.optional(1, TlvElement::utf8).orElse(""));
    }
}
