package org.lockcredentials.matter.cluster.doorlock;

import java.util.Optional;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvStructure;

/** The door moved (5.2.11.2). */
public record DoorStateChange(Optional<DoorState> doorState) {

    static DoorStateChange decode(TlvStructure in) throws DecodeException {
        return new DoorStateChange(in.optional(0, Coded.known(DoorState.class)).flatMap(each -> each));
    }
}
