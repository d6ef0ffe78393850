package org.lockcredentials.matter.cluster.basicinformation;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvStructure;

/** The node left a fabric (11.1.6.3). */
public record Leave(int fabricIndex) {

    static Leave decode(TlvStructure in) throws DecodeException {
        return new Leave(in.u8(0));
    }
}
