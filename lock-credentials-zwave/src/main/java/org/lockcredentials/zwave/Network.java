package org.lockcredentials.zwave;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.crypto.Randomness;
import org.lockcredentials.zwave.frame.Actor;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.lock.LockSite;
import org.lockcredentials.zwave.lock.ZWaveLock;
import org.lockcredentials.zwave.lock.quirk.Quirks;
import org.lockcredentials.zwave.node.Grants;
import org.lockcredentials.zwave.node.Interview;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.node.NodeTraits;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.serialapi.ControllerIdentity;
import org.lockcredentials.zwave.serialapi.SerialApi;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.ApplicationUpdate;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.StickRadio;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.keyexchange.KeyExchanges;
import org.lockcredentials.zwave.transport.security.KeyRing;
import org.lockcredentials.zwave.transport.stack.TransportStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open network: its stick, the nodes that are known, the locks among them. What it holds is touched by tasks of its actor only. */
final class Network {

    private static final Logger log = LoggerFactory.getLogger(Network.class);

    /** The command classes whose questions are answered here. */
    private static final List<Integer> ANSWERED = List.of(CommandClass.TIME.id());

    private final BackendContext context;
    private final Actor actor;
    private final SerialApi stick;
    private final StickRadio radio;
    private final StickDirectory directory;
    private final TransportStack sessions;
    private final LocalClock clock;
    private final Map<LockId, ZWaveLock> locks = new HashMap<>();
    private final SecureRandom random = Randomness.create();
    private final Optional<NetworkKeys> givenKeys;
    private final KeyExchanges exchanges;
    private Optional<KnownNodes> known = Optional.empty();
    private Optional<ControllerIdentity> controller = Optional.empty();
    private Optional<KeyStore> keyStore = Optional.empty();
    private KeyRing keys = new KeyRing(NetworkKeys.none());

    Network(ZWaveConfig config, BackendContext context) {
        this.context = context;
        this.actor = new Actor(context.executor(), context.scheduler());
        this.stick = new SerialApi(config.port(), context.executor(), context.scheduler(), new StickEvents());
        this.radio = new StickRadio(stick, actor, config.sendTime());
        this.directory = new StickDirectory(stick, actor, config.sendTime());
        this.sessions = new TransportStack(radio, actor, config.answerTime(), random, ANSWERED);
        this.givenKeys = config.keys();
        this.exchanges = new KeyExchanges(sessions, actor, random, this::keysForJoining);
        this.clock = new LocalClock(config.zone());
    }

    CompletableFuture<Void> open() {
        return stick.open().thenComposeAsync(this::identified, actor);
    }

    CompletableFuture<Void> close() {
        actor.execute(() -> {
            exchanges.close();
            sessions.close();
            keys.close();
        });
        return stick.close();
    }

    private CompletableFuture<Void> identified(ControllerIdentity identity) {
        radio.use(identity);
        KnownNodes nodes = new KnownNodes(context.store(), identity.homeId());
        known = Optional.of(nodes);
        KeyStore kept = new KeyStore(givenKeys, context.store(), identity.homeId(), random);
        keyStore = Optional.of(kept);
        use(identity, kept.existing());
        List<Integer> strangers = new ArrayList<>();
        for (int nodeId : identity.nodes()) {
            Optional<KnownNode> node = nodes.find(nodeId);
            if (node.isPresent()) {
                introduce(node.get());
            } else if (nodeId != identity.nodeId()) {
                strangers.add(nodeId);
            }
        }
        nodes.retain(Set.copyOf(identity.nodes()));
        CompletableFuture<Void> met = CompletableFuture.completedFuture(null);
        for (int nodeId : strangers) {
            met = met.thenCompose(before -> meet(nodeId));
        }
        return met;
    }

    /** Before there are keys no node has any, so nobody holds what is replaced. */
    private void use(ControllerIdentity identity, NetworkKeys found) {
        keys.close();
        keys = new KeyRing(found);
        controller = Optional.of(identity);
        sessions.use((int) identity.homeId(), identity.nodeId(), keys);
    }

    private NetworkKeys keysForJoining() {
        if (keys.classes().isEmpty()) {
            use(controller.orElseThrow(), keyStore.orElseThrow().existingOrNew());
        }
        return keys.networkKeys();
    }

    /** A node that is new: completes when it is known, or cannot be known now. */
    private CompletableFuture<Void> meet(int nodeId) {
        return directory.traits(nodeId).thenCompose(traits -> {
            boolean asleep = traits.kind() == NodeKind.SLEEPING;
            if (asleep && traits.mayBeLock()) {
                stranger(nodeId, traits);
            }
            if (asleep) {
                return CompletableFuture.completedFuture(null);
            }
            return interview(nodeId, traits).thenAccept(this::introduce).exceptionally(failure -> {
                log.debug("node {} stays unknown: {}", nodeId, failure.getMessage());
                if (traits.mayBeLock()) {
                    stranger(nodeId, traits);
                }
                return null;
            });
        });
    }

    private CompletableFuture<KnownNode> interview(int nodeId, NodeTraits traits) {
        NodeSession session = sessions.node(nodeId);
        session.describe(traits.kind(), Set.of());
        Set<SecurityClass> granted = sessions.security(nodeId).granted();
        Grants grants = granted.isEmpty() ? Grants.among(keys.classes()) : Grants.of(granted);
        LockId lock = lockId(nodeId, 0);
        Interview.Progress progress = (done, total) -> {
            if (traits.mayBeLock()) {
                context.listener()
                        .event(new LockEvent.Progress(
                                lock, context.scheduler().now(), "getting to know the lock", done, total));
            }
        };
        return new Interview(
                        directory,
                        session,
                        nodeId,
                        traits,
                        grants,
                        security -> sessions.describe(nodeId, security),
                        progress)
                .run()
                .thenApply(node -> {
                    known.ifPresent(nodes -> nodes.keep(node));
                    session.describe(node.kind(), supervised(node));
                    return node;
                });
    }

    private void introduce(KnownNode node) {
        if (node.locks().isEmpty()) {
            return;
        }
        NodeSession session = sessions.node(node.nodeId());
        sessions.describe(node.nodeId(), node.security());
        session.describe(node.kind(), supervised(node));
        tellTime(session);
        for (KnownEndpoint endpoint : node.locks()) {
            ZWaveLock lock = lock(session, node.nodeId(), endpoint.endpoint(), node.kind());
            lock.know(new ZWaveLock.Known(node.product(), endpoint));
            context.listener().lockFound(lock);
        }
    }

    /** Not every lock that lists Supervision bears it. */
    private static Set<Integer> supervised(KnownNode node) {
        return Quirks.of(node.product()).supervises() ? node.supervisedEndpoints() : Set.of();
    }

    /** A node that may be a lock and cannot be asked now. */
    private void stranger(int nodeId, NodeTraits traits) {
        NodeSession session = sessions.node(nodeId);
        session.describe(traits.kind(), Set.of());
        tellTime(session);
        context.listener().lockFound(lock(session, nodeId, 0, traits.kind()));
    }

    /** A lock that asks what time it is gets an answer. */
    private void tellTime(NodeSession session) {
        session.listen((from, command, answer) ->
                clock.answer(command, context.scheduler().now()).ifPresent(report -> session.reply(from, report)));
    }

    private ZWaveLock lock(NodeSession session, int nodeId, int endpoint, NodeKind kind) {
        LockId id = lockId(nodeId, endpoint);
        ZWaveLock lock = new ZWaveLock(
                id,
                session.endpoint(endpoint),
                actor,
                context.scheduler()::now,
                new LockSite(clock.zone(), known.orElseThrow().notes(nodeId, endpoint)),
                context.listener()::event,
                () -> getToKnow(nodeId));
        locks.put(id, lock);
        session.listen((from, command, answer) -> {
            if (from == endpoint || from == 0) {
                lock.heard(command, answer);
            }
            if (kind == NodeKind.SLEEPING && command instanceof WakeUp.Notification) {
                lock.capabilities();
            }
        });
        return lock;
    }

    private CompletableFuture<ZWaveLock.Known> getToKnow(int nodeId) {
        return directory
                .traits(nodeId)
                .thenCompose(traits -> interview(nodeId, traits))
                .thenApply(node -> node.locks().stream()
                        .findFirst()
                        .map(lock -> new ZWaveLock.Known(node.product(), lock))
                        .orElseThrow(() -> new TransportException(
                                TransportException.Kind.UNREACHABLE, "node " + nodeId + " is no lock")));
    }

    private void forget(int nodeId) {
        known.ifPresent(nodes -> nodes.forget(nodeId));
        sessions.forget(nodeId);
        List<LockId> gone = locks.keySet().stream()
                .filter(id -> id.address().equals(Integer.toString(nodeId)))
                .toList();
        gone.forEach(id -> {
            locks.remove(id);
            context.listener().lockGone(id);
        });
    }

    private static LockId lockId(int nodeId, int endpoint) {
        return new LockId(ZWaveBackend.NAME, Integer.toString(nodeId), endpoint);
    }

    private final class StickEvents implements SerialApi.Listener {

        @Override
        public void commandReceived(ApplicationCommand command) {
            radio.received(command);
        }

        @Override
        public void nodeUpdated(ApplicationUpdate update) {
            if (update instanceof ApplicationUpdate.NodeRemoved removed) {
                actor.execute(() -> forget(removed.nodeId()));
            }
        }

        @Override
        public void lost(LinkException reason) {
            log.debug("the stick is away: {}", reason.getMessage());
            actor.execute(() -> locks.values().forEach(lock -> lock.seen(false)));
        }

        @Override
        public void restored(ControllerIdentity identity) {
            actor.execute(() -> {
                radio.use(identity);
                locks.values().forEach(lock -> lock.seen(true));
            });
        }
    }
}
