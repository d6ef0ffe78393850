package org.lockcredentials.matter.cluster.timesynchronization;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/** Whether the node wants to be told of daylight saving (11.17.9.4). */
public record SetTimeZoneResponse(boolean dstOffsetRequired) {

    static SetTimeZoneResponse decode(TlvStructure in) throws DecodeException {
        return new SetTimeZoneResponse(in.bool(0));
    }
}
