package org.lockcredentials.matter.setup;

import java.util.EnumSet;
import java.util.Set;

/** Where a device can be found before it is commissioned (Matter Core 5.1.3.1). */
public enum DiscoveryCapability {
    /** An access point of its own. */
    SOFT_AP(0),
    BLE(1),
    /** It is on the IP network already. */
    ON_NETWORK(2),
    WIFI_PUBLIC_ACTION_FRAME(3),
    NFC(4);

    private final int bit;

    DiscoveryCapability(int bit) {
        this.bit = bit;
    }

    static int encode(Set<DiscoveryCapability> capabilities) {
        return capabilities.stream().mapToInt(each -> 1 << each.bit).sum();
    }

    /** Bits that no edition has named are left out. */
    static Set<DiscoveryCapability> decode(int bits) {
        EnumSet<DiscoveryCapability> capabilities = EnumSet.allOf(DiscoveryCapability.class);
        capabilities.removeIf(each -> (bits >> each.bit & 1) == 0);
        return capabilities;
    }
}
