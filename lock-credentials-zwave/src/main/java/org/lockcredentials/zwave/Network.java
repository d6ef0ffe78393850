package org.lockcredentials.zwave;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.crypto.Randomness;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.network.JoinNotes;
import org.lockcredentials.zwave.network.NetworkChanges;
import org.lockcredentials.zwave.network.NetworkSite;
import org.lockcredentials.zwave.network.SmartStart;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.serialapi.ControllerIdentity;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.AddNode;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationNodeInformation;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.serialapi.function.FailedNode;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.RemoveNode;
import org.lockcredentials.zwave.transport.StickRadio;
import org.lockcredentials.zwave.transport.keyexchange.KeyExchanges;
import org.lockcredentials.zwave.transport.security.KeyRing;
import org.lockcredentials.zwave.transport.stack.TransportStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open stick and the network that it holds. What it holds is touched by tasks of its actor only. */
final class Network {

    private static final Logger log = LoggerFactory.getLogger(Network.class);

    /** The command classes whose questions are answered here. */
    private static final List<Integer> ANSWERED = List.of(CommandClass.TIME.id());
    /** A PC as static controller, that listens, and what it takes and answers in the clear (INS12350 §7.1). */
    private static final ApplicationNodeInformation OWN_INFORMATION = new ApplicationNodeInformation(
            0x01,
            0x02,
            0x01,
            Stream.of(
                            CommandClass.SECURITY_2,
                            CommandClass.SECURITY_0,
                            CommandClass.TRANSPORT_SERVICE,
                            CommandClass.SUPERVISION,
                            CommandClass.CRC_16_ENCAPSULATION,
                            CommandClass.MULTI_COMMAND,
                            CommandClass.TIME)
                    .map(CommandClass::id)
                    .toList());
    /** Another controller hands over its keys first, which takes a node up to half a minute to wait for (SDS13783, table 16, TB1). */
    private static final Duration AFTER_ANOTHER_CONTROLLER = Duration.ofSeconds(30);

    private final ZWaveConfig config;
    private final BackendContext context;
    private final Actor actor;
    private final Actor host;
    private final SerialApi stick;
    private final StickRadio radio;
    private final StickDirectory directory;
    private final TransportStack sessions;
    private final SecureRandom random = Randomness.create();
    private KeyRing keys = new KeyRing(NetworkKeys.none());
    private volatile Optional<Holding> holding = Optional.empty();

    /** What there is only while it is known which network the stick holds. */
    private record Holding(
            long homeId, Residents residents, KeyExchanges exchanges, NetworkChanges changes, ClockRounds rounds) {

        void close() {
            rounds.end();
            changes.close();
            exchanges.close();
        }
    }

    Network(ZWaveConfig config, BackendContext context) {
        this.config = config;
        this.context = context;
        this.actor = new Actor(context.executor(), context.scheduler());
        this.host = new Actor(context.executor(), context.scheduler());
        this.stick = new SerialApi(config.port(), context.executor(), context.scheduler(), new StickEvents());
        this.radio = new StickRadio(stick, actor, config.sendTime());
        this.directory = new StickDirectory(stick, actor, config.sendTime());
        this.sessions = new TransportStack(radio, actor, config.answerTime(), random, ANSWERED);
    }

    CompletableFuture<Void> open() {
        return stick.open().thenComposeAsync(this::identified, actor);
    }

    CompletableFuture<Void> close() {
        actor.executeAnyway(this::end);
        return stick.close();
    }

    private void end() {
        holding.ifPresent(Holding::close);
        sessions.close();
        keys.close();
    }

    /** The stick says which network it holds, for the first time or again. */
    private CompletableFuture<Void> identified(ControllerIdentity identity) {
        radio.use(identity);
        tellOwnInformation(identity);
        Holding network =
                holding.filter(same -> same.homeId == identity.homeId()).orElseGet(() -> hold(identity));
        List<Integer> nodes = Stream.concat(identity.nodes().stream(), identity.longRangeNodes().stream())
                .filter(nodeId -> nodeId != identity.nodeId())
                .toList();
        return network.residents.settle(nodes).thenRun(network.changes.smartStart()::listen);
    }

    /** What nodes hear from the stick when they ask it what this host is; it may have forgotten, or be told otherwise by another host. */
    private void tellOwnInformation(ControllerIdentity identity) {
        if (identity.supports(FunctionId.APPLICATION_NODE_INFORMATION)) {
            stick.order(OWN_INFORMATION, config.sendTime()).exceptionally(failure -> {
                log.debug("the stick is not told what this host is: {}", failure.getMessage());
                return null;
            });
        }
    }

    private Holding hold(ControllerIdentity identity) {
        holding.ifPresent(other -> {
            log.warn("the stick holds another network than before: {}", "%08x".formatted(identity.homeId()));
            other.close();
            other.residents.leaveAll();
        });
        KeyStore keyStore = new KeyStore(config.keys(), context.store(), identity.homeId(), random);
        use(identity, keyStore.existing());
        String folder = "%s/%08x".formatted(ZWaveBackend.NAME, identity.homeId());
        LocalClock clock = new LocalClock(config.zone());
        KnownNodes known = new KnownNodes(context.store(), identity.homeId());
        JoinNotes notes = new JoinNotes(context.store(), folder);
        LocksOfNetwork locks = new LocksOfNetwork(context, actor, sessions, clock, known);
        Residents residents = new Residents(context, directory, sessions, known, notes, locks, () -> keys.classes());
        NetworkSite site = new NetworkSite(
                stick,
                radio,
                actor,
                host,
                config.sendTime(),
                context.store(),
                folder,
                identity.nodeId(),
                identity.supports(FunctionId.GET_LONG_RANGE_NODES),
                clock,
                context.scheduler()::now);
        KeyExchanges exchanges = new KeyExchanges(sessions, actor, random, () -> keysToHand(identity, keyStore));
        ClockRounds rounds = new ClockRounds(actor, context.scheduler()::now, config.zone(), locks::keepTime);
        Holding network = new Holding(
                identity.homeId(), residents, exchanges, new NetworkChanges(site, residents, exchanges), rounds);
        holding = Optional.of(network);
        rounds.begin();
        return network;
    }

    private NetworkKeys keysToHand(ControllerIdentity identity, KeyStore keyStore) {
        if (keys.classes().isEmpty()) {
            use(identity, keyStore.existingOrNew());
        }
        return keys.networkKeys();
    }

    private void use(ControllerIdentity identity, NetworkKeys found) {
        keys.close();
        keys = new KeyRing(found);
        sessions.use((int) identity.homeId(), identity.nodeId(), keys);
    }

    /** What a host may have done to the network; empty as long as the stick did not say which it holds. */
    Optional<NetworkChanges> changes() {
        return holding.map(Holding::changes);
    }

    /** All nodes, the stick aside. */
    CompletableFuture<List<ZWaveNode>> nodes() {
        return ask(network -> network.residents.nodes());
    }

    /** Reads or changes the provisioning list. */
    <T> CompletableFuture<T> smartStart(Function<SmartStart, T> work) {
        return ask(network -> work.apply(network.changes.smartStart()));
    }

    /** As a task of the actor; completes on the host's executor. */
    private <T> CompletableFuture<T> ask(Function<Holding, T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        actor.execute(() -> {
            try {
                T found = question.apply(holding.orElseThrow(Network::notOpen));
                host.execute(() -> answer.complete(found));
            } catch (RuntimeException failure) {
                host.execute(() -> answer.completeExceptionally(failure));
            }
        });
        return answer;
    }

    private static LockCredentialException notOpen() {
        return new LockCredentialException(Reason.CLOSED, "the backend is not open");
    }

    private void ofNetwork(Consumer<Holding> task) {
        actor.execute(() -> holding.ifPresent(task));
    }

    private final class StickEvents implements SerialApi.Listener {

        @Override
        public void commandReceived(ApplicationCommand command) {
            radio.received(command);
        }

        @Override
        public void nodeUpdated(ApplicationUpdate update) {
            if (update instanceof ApplicationUpdate.NodeRemoved removed) {
                ofNetwork(network -> network.changes.left(removed.nodeId()));
            } else if (update instanceof ApplicationUpdate.NodeAdded added) {
                int nodeId = added.information().nodeId();
                actor.after(
                        AFTER_ANOTHER_CONTROLLER, () -> holding.ifPresent(network -> network.residents.meet(nodeId)));
            } else if (update instanceof ApplicationUpdate.SmartStartPrime prime) {
                ofNetwork(network -> network.changes.smartStart().asked(prime));
            } else if (update instanceof ApplicationUpdate.IncludedNode node) {
                ofNetwork(network -> network.changes.smartStart().included(node));
            }
        }

        @Override
        public void adding(AddNode.Status status) {
            ofNetwork(network -> network.changes.heard(status));
        }

        @Override
        public void removing(RemoveNode.Status status) {
            ofNetwork(network -> network.changes.heard(status));
        }

        @Override
        public void failedNode(FailedNode.Status status) {
            ofNetwork(network -> network.changes.heard(status));
        }

        @Override
        public void lost(LinkException reason) {
            log.debug("the stick is away: {}", reason.getMessage());
            ofNetwork(network -> {
                network.changes.lost();
                network.residents.seen(false);
            });
        }

        @Override
        public void restored(ControllerIdentity identity) {
            actor.execute(() -> {
                holding.filter(same -> same.homeId == identity.homeId())
                        .ifPresent(network -> network.residents.seen(true));
                identified(identity).exceptionally(failure -> {
                    log.debug("the nodes are not all known again: {}", failure.getMessage());
                    return null;
                });
            });
        }
    }
}
