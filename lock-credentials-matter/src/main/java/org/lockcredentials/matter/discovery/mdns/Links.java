package org.lockcredentials.matter.discovery.mdns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The interfaces of this host that carry multicast, as they were when they were listed.
 *
 * @param all without loopback and tunnels
 */
record Links(List<Link> all) {

    private static final Logger log = LoggerFactory.getLogger(Links.class);
    private static final int UNKNOWN = 0;

    /**
     * One interface.
     *
     * @param itself for the sockets
     * @param index the scope of link-local addresses
     * @param networks its own addresses with their prefixes
     */
    record Link(NetworkInterface itself, int index, List<InterfaceAddress> networks) {

        boolean hasIpv4() {
            return networks.stream().anyMatch(each -> each.getAddress() instanceof Inet4Address);
        }

        boolean hasIpv6() {
            return networks.stream().anyMatch(each -> each.getAddress() instanceof Inet6Address);
        }
    }

    /** Lists the interfaces; none if the system does not tell. */
    static Links now() {
        try (Stream<NetworkInterface> interfaces = NetworkInterface.networkInterfaces()) {
            return new Links(interfaces
                    .filter(Links::carriesMulticast)
                    .map(each -> new Link(each, each.getIndex(), List.copyOf(each.getInterfaceAddresses())))
                    .toList());
        } catch (SocketException unlisted) {
            log.debug("the network interfaces cannot be listed: {}", unlisted.getMessage());
            return new Links(List.of());
        }
    }

    /**
     * Whether a message from this address may have come from a link of ours (RFC 6762 11). Which address a message was sent to is not told by the
     * platform's sockets, so that one to the group is held to the same rule.
     */
    boolean isOnLink(InetAddress source) {
        return source.isLinkLocalAddress()
                || all.stream().flatMap(link -> link.networks().stream()).anyMatch(network -> covers(network, source));
    }

    /** Index of the interface that a message from this address came in by, 0 if none is sure. */
    int linkOf(InetAddress source) {
        if (source instanceof Inet6Address address && address.getScopeId() != UNKNOWN) {
            return address.getScopeId();
        }
        return all.stream()
                .filter(link -> link.networks().stream().anyMatch(network -> covers(network, source)))
                .mapToInt(Link::index)
                .findFirst()
                .orElse(all.size() == 1 ? all.get(0).index() : UNKNOWN);
    }

    private static boolean covers(InterfaceAddress network, InetAddress source) {
        byte[] own = network.getAddress().getAddress();
        byte[] other = source.getAddress();
        int prefix = network.getNetworkPrefixLength();
        if (own.length != other.length || prefix <= 0 || prefix > 8 * own.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> bit % 8;
            if (((own[bit / 8] ^ other[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean carriesMulticast(NetworkInterface each) {
        try {
            return each.isUp() && each.supportsMulticast() && !each.isLoopback() && !each.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }
}
