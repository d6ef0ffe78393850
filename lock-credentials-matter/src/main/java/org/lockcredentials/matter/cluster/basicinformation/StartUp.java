package org.lockcredentials.matter.cluster.basicinformation;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/** The node started (11.1.6.1). */
public record StartUp(long softwareVersion) {

    static StartUp decode(TlvStructure in) throws DecodeException {
        return new StartUp(in.u32(0));
    }
}
