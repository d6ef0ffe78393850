package org.lockcredentials.matter.cluster.generalcommissioning;

import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;

/** The attributes of the General Commissioning cluster (11.10.6). */
public final class GeneralCommissioning {

    public static final long CLUSTER = 0x0030;

    public static final Attribute<Long> BREADCRUMB = new Attribute<>(CLUSTER, 0x00, "Breadcrumb", TlvElement::u64);
    public static final Attribute<BasicCommissioningInfo> BASIC_COMMISSIONING_INFO =
            new Attribute<>(CLUSTER, 0x01, "BasicCommissioningInfo", BasicCommissioningInfo::read);
    public static final Attribute<RegulatoryLocation> REGULATORY_CONFIG =
            new Attribute<>(CLUSTER, 0x02, "RegulatoryConfig", Coded.reading(RegulatoryLocation.class));
    public static final Attribute<RegulatoryLocation> LOCATION_CAPABILITY =
            new Attribute<>(CLUSTER, 0x03, "LocationCapability", Coded.reading(RegulatoryLocation.class));
    public static final Attribute<Boolean> SUPPORTS_CONCURRENT_CONNECTION =
            new Attribute<>(CLUSTER, 0x04, "SupportsConcurrentConnection", TlvElement::bool);

    private GeneralCommissioning() {}
}
