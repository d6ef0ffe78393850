package org.lockcredentials.matter.cluster.operationalcredentials;

import java.util.List;
import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.tlv.TlvElement;

/** The attributes of the Operational Credentials cluster (11.18.5). */
public final class OperationalCredentials {

    public static final long CLUSTER = 0x003E;

    public static final Attribute<List<FabricDescriptor>> FABRICS =
            new Attribute<>(CLUSTER, 0x01, "Fabrics", list -> list.array().each(FabricDescriptor::read));
    public static final Attribute<Integer> SUPPORTED_FABRICS =
            new Attribute<>(CLUSTER, 0x02, "SupportedFabrics", TlvElement::u8);
    public static final Attribute<Integer> COMMISSIONED_FABRICS =
            new Attribute<>(CLUSTER, 0x03, "CommissionedFabrics", TlvElement::u8);

    /** The node's number of the fabric of the one who reads; 0 while there is none. */
    public static final Attribute<Integer> CURRENT_FABRIC_INDEX =
            new Attribute<>(CLUSTER, 0x05, "CurrentFabricIndex", TlvElement::u8);

    private OperationalCredentials() {}
}
