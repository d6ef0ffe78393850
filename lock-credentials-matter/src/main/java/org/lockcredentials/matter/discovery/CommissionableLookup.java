package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsType;
import org.lockcredentials.matter.discovery.mdns.CachedRecord;
import org.lockcredentials.matter.discovery.mdns.RecordCache;
import org.lockcredentials.matter.setup.Discriminator;

/**
 * Devices in commissioning mode by their discriminator (Matter Core 4.3.1). Windows open and close, so what was heard before the search
 * began is asked again.
 *
 * @param cache what was heard
 * @param discriminator which devices
 * @param since when the search began, in nanoseconds of the clock
 */
record CommissionableLookup(RecordCache cache, Discriminator discriminator, long since)
        implements Lookup<List<CommissionableNode>> {

    static final DnsName SERVICE = DnsName.of("_matterc._udp.local");

    /** Responders for mDNS wait up to 120 ms before they answer what several might (RFC 6762 6). */
    private static final Duration OTHERS_ANSWER = Duration.ofMillis(150);

    /** Whoever claims to be more devices than that is not believed. */
    private static final int MOST = 16;

    @Override
    public List<DnsQuestion> questions() {
        return Stream.concat(
                        Stream.of(new DnsQuestion(subtype(), DnsType.PTR, false)),
                        instances().flatMap(instance -> instance.questions().stream()))
                .distinct()
                .toList();
    }

    @Override
    public List<CachedRecord> known() {
        return pointers().toList();
    }

    @Override
    public Optional<List<CommissionableNode>> found() {
        return Optional.of(atLast()).filter(nodes -> !nodes.isEmpty());
    }

    @Override
    public Duration patience() {
        return discriminator.isShort() ? OTHERS_ANSWER : Duration.ZERO;
    }

    @Override
    public List<CommissionableNode> atLast() {
        return instances().flatMap(each -> node(each).stream()).toList();
    }

    private DnsName subtype() {
        String label = (discriminator.isShort() ? "_S" : "_L") + discriminator.value();
        return SERVICE.child("_sub").child(label);
    }

    private Stream<CachedRecord> pointers() {
        return cache.find(subtype(), DnsType.PTR).stream().filter(this::isFresh);
    }

    private Stream<ServiceInstance> instances() {
        return pointers()
                .map(each -> ((DnsData.Pointer) each.data()).target())
                .filter(name -> name.isChildOf(SERVICE))
                .distinct()
                .limit(MOST)
                .map(name -> new ServiceInstance(cache, name, this::isFresh));
    }

    private boolean isFresh(CachedRecord heard) {
        return heard.heardAt() - since >= 0;
    }

    private Optional<CommissionableNode> node(ServiceInstance instance) {
        return instance.text()
                .filter(text ->
                        text.discriminator().filter(discriminator::matches).isPresent())
                .filter(text -> !instance.addresses().isEmpty())
                .flatMap(text -> text.window()
                        .map(window -> new CommissionableNode(
                                instance.name().labels().get(0).toUpperCase(Locale.ROOT),
                                instance.addresses(),
                                text.intervals(),
                                text.discriminator().orElseThrow(),
                                window,
                                text.vendorId(),
                                text.productId(),
                                text.deviceType(),
                                text.deviceName(),
                                text.pairingHint())));
    }
}
