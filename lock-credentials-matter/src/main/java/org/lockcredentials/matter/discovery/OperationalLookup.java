package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.mdns.CachedRecord;
import org.lockcredentials.matter.discovery.mdns.RecordCache;

/**
 * A node of a fabric by its name (Matter Core 4.3.2).
 *
 * @param cache what was heard
 * @param wanted the fabric and the node
 */
record OperationalLookup(RecordCache cache, OperationalInstance wanted) implements Lookup<Optional<OperationalNode>> {

    static final DnsName SERVICE = DnsName.of("_matter._tcp.local");

    @Override
    public List<DnsQuestion> questions() {
        return instance().questions();
    }

    @Override
    public List<CachedRecord> known() {
        return List.of();
    }

    @Override
    public Optional<Optional<OperationalNode>> found() {
        return instance().text().isPresent() ? atLast().map(Optional::of) : Optional.empty();
    }

    @Override
    public Duration patience() {
        return Duration.ZERO;
    }

    /** A node without attributes can be talked to as well. */
    @Override
    public Optional<OperationalNode> atLast() {
        ServiceInstance instance = instance();
        return Optional.of(instance.addresses())
                .filter(addresses -> !addresses.isEmpty())
                .map(addresses -> new OperationalNode(
                        wanted,
                        addresses,
                        instance.text().map(ServiceText::intervals).orElseGet(SessionIntervals::unknown)));
    }

    private ServiceInstance instance() {
        return new ServiceInstance(cache, SERVICE.child(wanted.name()), heard -> true);
    }
}
