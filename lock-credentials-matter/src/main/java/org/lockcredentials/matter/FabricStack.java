package org.lockcredentials.matter;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.commissioning.CommissioningSite;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.discovery.MdnsDiscovery;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.fabric.FabricStore;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.node.NodeRecords;
import org.lockcredentials.matter.node.NodeSite;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.SecureChannel;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.udp.DatagramPort;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.Scheduler;
import org.lockcredentials.spi.Scheduler.Cancellable;

/** Everything between the UDP port and the nodes, put together once for an open fabric. */
record FabricStack(NodeBook book, CommissioningSite commissioning) {

    /** Secure sessions at a time, one for each lock and some. */
    private static final int SESSIONS = 256;

    /** How long closing waits for the disk. */
    private static final Duration DISK = Duration.ofSeconds(2);

    private static final String COUNTER = "matter/counter";

    /** Of operational nodes, apart from those that are given away. */
    private static final long ADMINISTRATORS = 0x1000_0000_0000_0000L;

    /** Reads or makes the fabric, and opens the port. */
    static FabricStack open(MatterConfig config, BackendContext context, DatagramPort port, SecureRandom random)
            throws IOException {
        FabricStore store = new FabricStore(context.store(), context.scheduler());
        Fabric fabric = store.open(ADMINISTRATORS | random.nextLong() >>> Byte.SIZE);
        Executor executor = context.executor();
        Scheduler clock = context.scheduler();
        Actor actor = new Actor(executor, clock);
        SessionTable sessions = new SessionTable(random, new KeptCounter(context.store(), COUNTER, random), SESSIONS);
        ExchangeManager exchanges = new ExchangeManager(actor, port, sessions, SessionParameters.DEFAULT, random);
        exchanges.start();
        Actor disk = new Actor(executor, clock);
        Resumptions resumptions = new Resumptions(context.store(), disk);
        NodeSite site = new NodeSite(
                exchanges,
                new Case(exchanges, resumptions, random),
                Subscriptions.over(exchanges),
                config.discovery() ? new MdnsDiscovery(executor, clock) : Discovery.none(),
                fabric,
                new NodeRecords(context.store(), disk),
                new Actor(executor, clock));
        CommissioningSite commissioning = new CommissioningSite(
                site,
                fabric,
                store,
                new Pase(exchanges, executor, random),
                SecureChannel.over(exchanges),
                resumptions,
                config.vendorId(),
                random,
                clock,
                executor);
        return new FabricStack(new NodeBook(context.store()), commissioning);
    }

    NodeSite site() {
        return commissioning.nodes();
    }

    long compressedFabricId() {
        return commissioning.fabric().compressedFabricId();
    }

    /**
     * Says good-bye to all nodes, gives the port back and waits until the disk has what is kept of them; within three seconds, and also when the host's executor takes no
     * more work, though what was to be written is lost then.
     */
    CompletableFuture<Void> close() {
        CompletableFuture<Void> released = new CompletableFuture<>();
        site().discovery().close();
        site().exchanges().actor().executeAnyway(() -> {
            try {
                commissioning.channel().closeAll();
            } finally {
                site().exchanges().close().whenComplete((closed, failure) -> {
                    commissioning.resumptions().close();
                    commissioning.fabric().close();
                    released.complete(null);
                });
            }
        });
        return released.thenCompose(closed -> written());
    }

    /** Completes when the disk has all that the hosts' listeners were told of, or has taken too long. */
    private CompletableFuture<Void> written() {
        CompletableFuture<Void> written = new CompletableFuture<>();
        Cancellable patience = commissioning.clock().schedule(DISK, () -> written.complete(null));
        site().outside()
                .executeAnyway(
                        () -> site().records().written().whenComplete((done, failure) -> written.complete(null)));
        return written.whenComplete((done, failure) -> patience.cancel());
    }
}
