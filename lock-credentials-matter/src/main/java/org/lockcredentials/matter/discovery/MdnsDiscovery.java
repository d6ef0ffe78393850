package org.lockcredentials.matter.discovery;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsMessage;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsRecord;
import org.lockcredentials.matter.discovery.dns.DnsType;
import org.lockcredentials.matter.discovery.mdns.MulticastPort;
import org.lockcredentials.matter.discovery.mdns.MulticastSockets;
import org.lockcredentials.matter.discovery.mdns.RecordCache;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.spi.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds nodes by multicast DNS. Its sockets are opened by the first search, and a network that has no multicast lets it find nothing. */
public final class MdnsDiscovery implements Discovery {

    private static final Logger log = LoggerFactory.getLogger(MdnsDiscovery.class);

    private static final int MOST_RECORDS = 4_096;

    /** Messages that wait to be looked at; what comes in faster is dropped. */
    private static final int MOST_WAITING = 256;

    private final Actor actor;
    private final MulticastPort port;
    private final RecordCache cache;
    private final Set<Search<?>> searches = new LinkedHashSet<>();
    private final Set<CompletableFuture<?>> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicBoolean closed = new AtomicBoolean();
    private boolean listening;

    /**
     * @param executor runs the searches and completes their futures
     * @param scheduler the source of time
     */
    public MdnsDiscovery(Executor executor, Scheduler scheduler) {
        this(executor, scheduler, new MulticastSockets());
    }

    MdnsDiscovery(Executor executor, Scheduler scheduler, MulticastPort port) {
        this.actor = new Actor(executor, scheduler);
        this.port = port;
        this.cache = new RecordCache(scheduler::nanoTime, MOST_RECORDS);
    }

    @Override
    public CompletableFuture<List<CommissionableNode>> commissionable(Discriminator discriminator, Duration within) {
        return search(() -> new CommissionableLookup(cache, discriminator, actor.nanoTime()), within);
    }

    @Override
    public CompletableFuture<Optional<OperationalNode>> operational(OperationalInstance instance, Duration within) {
        return search(() -> new OperationalLookup(cache, instance), within);
    }

    @Override
    public void forget(DiscoveredNode node) {
        DnsName service = node instanceof OperationalNode ? OperationalLookup.SERVICE : CommissionableLookup.SERVICE;
        DnsName name = service.child(node.name());
        run(() -> {
            cache.find(name, DnsType.SRV).forEach(each -> cache.forget(((DnsData.Service) each.data()).target()));
            cache.forget(name);
        });
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            port.close();
        }
        open.forEach(future -> future.cancel(false));
    }

    private <T> CompletableFuture<T> search(Supplier<Lookup<T>> lookup, Duration within) {
        CompletableFuture<T> result = new CompletableFuture<>();
        open.add(result);
        run(() -> start(lookup.get(), result, within));
        if (closed.get()) {
            result.cancel(false);
        }
        result.whenComplete((found, failure) -> open.remove(result));
        return result;
    }

    private <T> void start(Lookup<T> lookup, CompletableFuture<T> result, Duration within) {
        if (result.isDone()) {
            return;
        }
        if (!listening) {
            listening = true;
            port.open(this::heard);
        }
        Search<T> search = new Search<>(lookup, result, actor, port);
        searches.add(search);
        search.start(within);
        result.whenComplete((found, failure) -> run(() -> {
            searches.remove(search);
            search.stop();
        }));
    }

    /** On the thread of the port. */
    private void heard(byte[] message, int link) {
        if (!DnsMessage.isResponse(message) || waiting.get() >= MOST_WAITING) {
            return;
        }
        try {
            DnsMessage decoded = DnsMessage.decode(message);
            List<DnsRecord> records = Stream.concat(decoded.answers().stream(), decoded.additionals().stream())
                    .filter(MdnsDiscovery::concernsNodes)
                    .toList();
            if (!records.isEmpty()) {
                waiting.incrementAndGet();
                run(() -> learn(records, link));
            }
        } catch (DecodeException malformed) {
            log.debug("a message of multicast DNS is malformed: {}", malformed.getMessage());
        }
    }

    private void learn(List<DnsRecord> records, int link) {
        waiting.decrementAndGet();
        cache.add(records, link);
        List.copyOf(searches).forEach(Search::look);
    }

    /** The executor of a host that shuts down takes no more work, and nobody waits for an answer then. */
    private void run(Runnable task) {
        try {
            actor.execute(task);
        } catch (RejectedExecutionException shutDown) {
            close();
        }
    }

    private static boolean concernsNodes(DnsRecord record) {
        return record.data() instanceof DnsData.Address
                || record.name().labels().stream()
                        .anyMatch(label -> label.equalsIgnoreCase("_matter") || label.equalsIgnoreCase("_matterc"));
    }
}
