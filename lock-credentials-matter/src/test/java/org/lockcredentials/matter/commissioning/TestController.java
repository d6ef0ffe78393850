package org.lockcredentials.matter.commissioning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.attestation.AttestationEvidence;
import org.lockcredentials.matter.certificate.CertificateSigningRequest;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.discovery.Discovery;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.fabric.Fabric;
import org.lockcredentials.matter.fabric.FabricStore;
import org.lockcredentials.matter.interaction.Subscriptions;
import org.lockcredentials.matter.message.KeptCounter;
import org.lockcredentials.matter.node.Interest;
import org.lockcredentials.matter.node.MatterNode;
import org.lockcredentials.matter.node.NodeRecords;
import org.lockcredentials.matter.node.NodeSite;
import org.lockcredentials.matter.securechannel.Case;
import org.lockcredentials.matter.securechannel.Pase;
import org.lockcredentials.matter.securechannel.Resumptions;
import org.lockcredentials.matter.securechannel.SecureChannel;
import org.lockcredentials.matter.session.SessionParameters;
import org.lockcredentials.matter.session.SessionTable;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.udp.UdpPort;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.testing.WallClock;

/** A controller on the loopback, in real time, that believes every device that makes a well-formed request. */
final class TestController implements AutoCloseable {

    static final long OWN_NODE = 0x0001_0000_0001L;
    static final int TEST_VENDOR = 0xFFF1;

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final WallClock clock = new WallClock("matter-clock");
    private final Fabric fabric;
    final ExchangeManager exchanges;
    final CommissioningSite site;
    final DeviceTrust trust;

    TestController(StateStore store) {
        this(store, new Believing());
    }

    TestController(StateStore store, DeviceTrust trust) {
        this.trust = trust;
        SecureRandom random = new SecureRandom();
        Actor actor = new Actor(executor, clock);
        SessionTable sessions = new SessionTable(random, new KeptCounter(store, "matter/counter", random), 64);
        exchanges = new ExchangeManager(
                actor, new UdpPort(new InetSocketAddress("::1", 0)), sessions, SessionParameters.DEFAULT, random);
        try {
            exchanges.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Resumptions resumptions = new Resumptions(store, executor);
        FabricStore fabrics = new FabricStore(store, clock);
        fabric = fabrics.open(OWN_NODE);
        NodeSite nodes = new NodeSite(
                exchanges,
                new Case(exchanges, resumptions, random),
                Subscriptions.over(exchanges),
                Discovery.none(),
                fabric,
                new NodeRecords(store, new Actor(executor, clock)),
                new Actor(executor, clock));
        site = new CommissioningSite(
                nodes,
                fabric,
                fabrics,
                new Pase(exchanges, executor, random),
                SecureChannel.over(exchanges),
                resumptions,
                TEST_VENDOR,
                random,
                clock,
                executor);
    }

    static NodeSettings settings() {
        return NodeSettings.in(ZoneId.of("Europe/Berlin"));
    }

    CommissionedNode commission(CommissioningTarget target, NodeSettings settings) {
        return await(new Commissioner(site, trust).commission(target, settings, step -> {}, () -> false));
    }

    MatterNode node(long nodeId) {
        return new MatterNode(site.nodes(), nodeId, Interest.clusters(DoorLock.CLUSTER));
    }

    static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(40, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        exchanges.actor().execute(() -> {
            site.channel().closeAll();
            exchanges.close().whenComplete((done, failure) -> closed.complete(null));
        });
        await(closed);
        clock.close();
        executor.shutdownNow();
        fabric.close();
    }

    /** Takes the key out of a request and asks no more. */
    static final class Believing implements DeviceTrust {

        @Override
        public CompletableFuture<Void> verify(AttestationEvidence proof) {
            if (proof.challenge().length() != 16 || proof.device().length == 0) {
                return CompletableFuture.failedFuture(new AttestationRefusedException("no proof"));
            }
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public P256PublicKey nodeKey(SignedRequest request) {
            try {
                byte[] csr = Tlv.decodeStructure(request.elements()).bytes(1);
                return CertificateSigningRequest.decode(csr).publicKey();
            } catch (DecodeException malformed) {
                throw new AttestationRefusedException("no request", malformed);
            }
        }
    }
}
