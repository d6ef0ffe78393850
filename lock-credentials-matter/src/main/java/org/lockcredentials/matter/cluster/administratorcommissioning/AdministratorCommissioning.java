package org.lockcredentials.matter.cluster.administratorcommissioning;

import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.cluster.Coded;
import org.lockcredentials.matter.tlv.TlvElement;

/** The attributes of the Administrator Commissioning cluster (11.19.7). */
public final class AdministratorCommissioning {

    public static final long CLUSTER = 0x003C;

    public static final Attribute<WindowStatus> WINDOW_STATUS =
            new Attribute<>(CLUSTER, 0x00, "WindowStatus", Coded.reading(WindowStatus.class));
    public static final Attribute<Integer> ADMIN_FABRIC_INDEX =
            new Attribute<>(CLUSTER, 0x01, "AdminFabricIndex", TlvElement::u8);
    public static final Attribute<Integer> ADMIN_VENDOR_ID =
            new Attribute<>(CLUSTER, 0x02, "AdminVendorId", TlvElement::u16);

    private AdministratorCommissioning() {}
}
