package org.lockcredentials.matter.discovery;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsType;
import org.lockcredentials.matter.discovery.mdns.CachedRecord;
import org.lockcredentials.matter.discovery.mdns.RecordCache;

/**
 * What is known of one instance of a service: its host and port, the host's addresses, its attributes (RFC 6763).
 *
 * @param cache what was heard
 * @param name of the instance
 * @param fresh which answers about the instance itself are new enough
 */
record ServiceInstance(RecordCache cache, DnsName name, Predicate<CachedRecord> fresh) {

    private static final int NO_LINK = 0;

    /** A node has one host, and another while it moves; whoever claims more is not asked about. */
    private static final int MOST_HOSTS = 4;

    /** Of each family, for one host; a node has few on each interface. */
    private static final int MOST_ADDRESSES = 16;

    List<DnsQuestion> questions() {
        List<DnsQuestion> questions = new ArrayList<>();
        if (services().isEmpty()) {
            questions.add(new DnsQuestion(name, DnsType.SRV, false));
        }
        if (text().isEmpty()) {
            questions.add(new DnsQuestion(name, DnsType.TXT, false));
        }
        services().stream().map(DnsData.Service::target).distinct().forEach(host -> {
            if (addressesOf(host).isEmpty()) {
                questions.add(new DnsQuestion(host, DnsType.AAAA, false));
                questions.add(new DnsQuestion(host, DnsType.A, false));
            }
        });
        return questions;
    }

    Optional<ServiceText> text() {
        return cache.find(name, DnsType.TXT).stream()
                .filter(fresh)
                .map(each -> new ServiceText((DnsData.Text) each.data()))
                .reduce((earlier, later) -> later);
    }

    /** Where it may be reached, likeliest first; empty if that is not known. */
    List<InetSocketAddress> addresses() {
        return services().stream()
                .flatMap(service -> addressesOf(service.target()).stream()
                        .map(address -> new InetSocketAddress(address, service.port())))
                .distinct()
                .sorted(Comparator.comparingInt(address -> rank(address.getAddress())))
                .toList();
    }

    private List<DnsData.Service> services() {
        return cache.find(name, DnsType.SRV).stream()
                .filter(fresh)
                .map(each -> (DnsData.Service) each.data())
                .filter(each -> each.port() != 0)
                .distinct()
                .limit(MOST_HOSTS)
                .toList();
    }

    private List<InetAddress> addressesOf(DnsName host) {
        return Stream.of(DnsType.AAAA, DnsType.A)
                .flatMap(type -> cache.find(host, type).stream().limit(MOST_ADDRESSES))
                .flatMap(each -> reachable(((DnsData.Address) each.data()).address(), each.link()).stream())
                .toList();
    }

    /** A link-local address has the scope of the interface it was heard by, and without one it leads nowhere. */
    private static Optional<InetAddress> reachable(InetAddress address, int link) {
        if (address.isAnyLocalAddress() || address.isMulticastAddress() || address.isLoopbackAddress()) {
            return Optional.empty();
        }
        if (!(address instanceof Inet6Address) || !address.isLinkLocalAddress()) {
            return Optional.of(address);
        }
        try {
            return link == NO_LINK
                    ? Optional.empty()
                    : Optional.of(Inet6Address.getByAddress(null, address.getAddress(), link));
        } catch (UnknownHostException wrongLength) {
            throw new IllegalStateException(wrongLength);
        }
    }

    /** Unique local addresses last as long as the network; link-local ones do not cross a router; IPv4 is a makeshift (Matter Core 4.2). */
    private static int rank(InetAddress address) {
        if (address instanceof Inet4Address) {
            return 3;
        }
        if (address.isLinkLocalAddress()) {
            return 2;
        }
        return (address.getAddress()[0] & 0xFE) == 0xFC ? 0 : 1;
    }
}
