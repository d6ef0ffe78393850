package org.lockcredentials.matter.cluster.networkcommissioning;

import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.tlv.TlvElement;

/** Attributes of the Network Commissioning cluster (11.9.6). */
public final class NetworkCommissioning {

    public static final long CLUSTER = 0x0031;

    /** Bit 0 Wi-Fi, bit 1 Thread, bit 2 Ethernet. */
    public static final Attribute<Long> FEATURE_MAP = new Attribute<>(CLUSTER, 0xFFFC, "FeatureMap", TlvElement::u32);

    private NetworkCommissioning() {}
}
