package org.lockcredentials.matter.discovery;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * A device that waits to be commissioned (Matter Core 4.3.1).
 *
 * @param name 16 hexadecimal digits that the device makes up anew now and then
 * @param addresses where it may be reached, likeliest first, never empty
 * @param intervals how it wants to be talked to
 * @param discriminator 0 to 4,095
 * @param window which passcode it takes
 * @param vendorId who made it, where it tells
 * @param productId what it is, where it tells
 * @param deviceType its primary device type, where it tells
 * @param deviceName a name that a person gave it, where it tells
 * @param pairingHint bits that say what a person has to do to open a window, where it tells
 */
public record CommissionableNode(
        String name,
        List<InetSocketAddress> addresses,
        SessionIntervals intervals,
        int discriminator,
        Window window,
        Optional<Integer> vendorId,
        Optional<Integer> productId,
        Optional<Long> deviceType,
        Optional<String> deviceName,
        Optional<Integer> pairingHint)
        implements DiscoveredNode {

    public CommissionableNode {
        addresses = List.copyOf(addresses);
    }

    /** Which passcode a device takes, from its key CM. */
    public enum Window {
        /** The passcode printed on it. */
        BASIC,
        /** A passcode that an administrator chose when it opened the window. */
        ENHANCED
    }
}
