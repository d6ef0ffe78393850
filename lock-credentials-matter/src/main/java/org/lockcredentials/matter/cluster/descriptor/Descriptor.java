package org.lockcredentials.matter.cluster.descriptor;

import java.util.List;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.tlv.TlvElement;

/** The attributes of the Descriptor cluster (9.5.6). */
public final class Descriptor {

    public static final long CLUSTER = 0x001D;

    public static final Attribute<List<DeviceType>> DEVICE_TYPE_LIST = new Attribute<>(
            CLUSTER, 0x00, "DeviceTypeList", list -> list.array().each(DeviceType::read));

    /** Clusters that can be read and invoked here. */
    public static final Attribute<List<Long>> SERVER_LIST =
            new Attribute<>(CLUSTER, 0x01, "ServerList", list -> list.array().each(TlvElement::u32));

    /** Endpoints below this one; all, on endpoint 0. */
    public static final Attribute<List<Integer>> PARTS_LIST =
            new Attribute<>(CLUSTER, 0x03, "PartsList", list -> list.array().each(TlvElement::u16));

    private Descriptor() {}
}
