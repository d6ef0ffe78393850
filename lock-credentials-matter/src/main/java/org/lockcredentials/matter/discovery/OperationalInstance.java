package org.lockcredentials.matter.discovery;

import java.util.Locale;

/**
 * The name of a commissioned node on the network (Matter Core 4.3.2.1).
 *
 * @param compressedFabricId all 64 bits
 * @param nodeId all 64 bits
 */
public record OperationalInstance(long compressedFabricId, long nodeId) {

    /** Both numbers as 16 upper-case hexadecimal digits with a hyphen between. */
    public String name() {
        return String.format(Locale.ROOT, "%016X-%016X", compressedFabricId, nodeId);
    }
}
