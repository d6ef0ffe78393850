package org.lockcredentials.matter.cluster.generaldiagnostics;

import org.lockcredentials.matter.cluster.Attribute;
import org.lockcredentials.matter.tlv.TlvElement;

/** Attributes of the General Diagnostics cluster (11.12.6). */
public final class GeneralDiagnostics {

    public static final long CLUSTER = 0x0033;

    public static final Attribute<Integer> REBOOT_COUNT =
            new Attribute<>(CLUSTER, 0x01, "RebootCount", TlvElement::u16);

    private GeneralDiagnostics() {}
}
