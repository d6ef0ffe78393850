package org.lockcredentials.matter.cluster.descriptor;

import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

/**
 * A kind of device that an endpoint is (DeviceTypeStruct, 9.5.5.1).
 *
 * @param id 0x000A for a door lock
 */
public record DeviceType(long id, int revision) {

    static DeviceType read(TlvElement element) throws DecodeException {
        TlvStructure in = element.structure();
        return new DeviceType(in.u32(0), in.u16(1));
    }

    /** A door lock (Matter Device Library, 8.1). */
    public static final long DOOR_LOCK = 0x000A;
}
