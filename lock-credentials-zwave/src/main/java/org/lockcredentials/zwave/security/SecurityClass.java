package org.lockcredentials.zwave.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who shares a network key, the most trusted first (SDS13783 §3.6.6, table 13 and table 19).
 *
 * <p>Long Range has keys of its own under the same bits.
 */
public enum SecurityClass {
    S2_ACCESS_CONTROL_LR("S2_AccessControlLR", 0x04),
    S2_AUTHENTICATED_LR("S2_AuthenticatedLR", 0x02),
    S2_ACCESS_CONTROL("S2_AccessControl", 0x04),
    S2_AUTHENTICATED("S2_Authenticated", 0x02),
    S2_UNAUTHENTICATED("S2_Unauthenticated", 0x01),
    S0_LEGACY("S0_Legacy", 0x80);

    private final String title;
    private final int bit;

    SecurityClass(String title, int bit) {
        this.title = title;
        this.bit = bit;
    }

    /** The class that other Z-Wave software calls so; Long Range is told before or behind. */
    public static Optional<SecurityClass> named(String title) {
        return Arrays.stream(values())
                .filter(each -> each.title.equalsIgnoreCase(title)
                        || each.isLongRange() && ("LR_" + each.title).equalsIgnoreCase(title + "LR"))
                .findFirst();
    }

    /** The classes whose bits are set, of Long Range or of mesh; reserved bits are ignored. */
    public static Set<SecurityClass> ofMask(int mask, boolean longRange) {
        EnumSet<SecurityClass> classes = EnumSet.noneOf(SecurityClass.class);
        for (SecurityClass each : values()) {
            if (each.isLongRange() == longRange && (each.bit & mask) != 0) {
                classes.add(each);
            }
        }
        return Collections.unmodifiableSet(classes);
    }

    /** The mask of these classes. */
    public static int mask(Collection<SecurityClass> classes) {
        return classes.stream().mapToInt(SecurityClass::bit).reduce(0, (a, b) -> a | b);
    }

    /** The name by which other Z-Wave software knows it, also in files of keys. */
    public String title() {
        return title;
    }

    /** Its bit in the masks of the key exchange. */
    public int bit() {
        return bit;
    }

    public boolean isLongRange() {
        return this == S2_ACCESS_CONTROL_LR || this == S2_AUTHENTICATED_LR;
    }

    /** True if a user has to vouch for the node that joins. */
    public boolean isAuthenticated() {
        return (bit & 0x06) != 0;
    }

    public boolean isS2() {
        return this != S0_LEGACY;
    }
}
