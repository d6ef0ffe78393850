package org.lockcredentials.zwave;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.LockId;
import org.lockcredentials.LockInfo;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.localtime.LocalClock;
import org.lockcredentials.zwave.lock.LockSite;
import org.lockcredentials.zwave.lock.ZWaveLock;
import org.lockcredentials.zwave.lock.quirk.Quirks;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.node.Product;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** The locks among the nodes of a network, as the host sees them. Touched by tasks of the network's actor only. */
final class LocksOfNetwork {

    private final BackendContext context;
    private final Actor actor;
    private final TransportStack sessions;
    private final LocalClock clock;
    private final KnownNodes known;
    private final Map<Integer, Map<LockId, ZWaveLock>> locks = new HashMap<>();
    private final Set<Integer> sleeping = new HashSet<>();

    LocksOfNetwork(BackendContext context, Actor actor, TransportStack sessions, LocalClock clock, KnownNodes known) {
        this.context = context;
        this.actor = actor;
        this.sessions = sessions;
        this.clock = clock;
        this.known = known;
    }

    static LockId id(int nodeId, int endpoint) {
        return new LockId(ZWaveBackend.NAME, Integer.toString(nodeId), endpoint);
    }

    /** Tells the host of all locks of a node, instead of those that it had of it. */
    void introduce(KnownNode node) {
        NodeSession session = begin(node.nodeId(), node.kind(), supervised(node));
        int lowest =
                node.locks().stream().mapToInt(KnownEndpoint::endpoint).min().orElse(0);
        for (KnownEndpoint endpoint : node.locks()) {
            ZWaveLock lock = lock(
                    session,
                    id(node.nodeId(), endpoint.endpoint()),
                    endpoint.endpoint() == lowest,
                    () -> CompletableFuture.completedFuture(new ZWaveLock.Known(node.product(), endpoint)));
            lock.know(new ZWaveLock.Known(node.product(), endpoint));
            context.listener().lockFound(lock);
        }
        keepTime(node.nodeId());
    }

    /**
     * Tells the host of a node that may be a lock and cannot be asked now.
     *
     * @param introduction asks it when it is needed
     */
    void stranger(int nodeId, NodeKind kind, Supplier<CompletableFuture<ZWaveLock.Known>> introduction) {
        NodeSession session = begin(nodeId, kind, Set.of());
        ZWaveLock lock = lock(session, id(nodeId, 0), true, introduction);
        if (kind == NodeKind.SLEEPING) {
            session.listen((from, command, answer) -> {
                if (command instanceof WakeUp.Notification) {
                    lock.capabilities();
                }
            });
        }
        context.listener().lockFound(lock);
    }

    /** What the one lock of a node is that was a stranger until now. */
    ZWaveLock.Known met(KnownNode node) {
        sessions.node(node.nodeId()).describe(node.kind(), supervised(node));
        return new ZWaveLock.Known(node.product(), node.locks().get(0));
    }

    /** Tells the host that the locks of a node are gone. */
    void forget(int nodeId) {
        Optional.ofNullable(locks.remove(nodeId))
                .ifPresent(
                        gone -> gone.keySet().forEach(id -> context.listener().lockGone(id)));
        sessions.node(nodeId).listenNoMore();
    }

    /** Has the clocks of all locks that can be spoken to looked after. */
    void keepTime() {
        locks.keySet().forEach(this::keepTime);
    }

    private void keepTime(int nodeId) {
        if (!sleeping.contains(nodeId)) {
            locks.getOrDefault(nodeId, Map.of()).values().forEach(ZWaveLock::keepTime);
        }
    }

    /** The stick is away, or back. */
    void seen(boolean reachable) {
        locks.values().forEach(each -> each.values().forEach(lock -> lock.seen(reachable)));
    }

    ZWaveNode describe(
            int nodeId,
            NodeKind kind,
            Optional<SecurityClass> security,
            Optional<KnownNode> node,
            Optional<InclusionStage> broken) {
        List<LockInfo> infos = locks.getOrDefault(nodeId, Map.of()).values().stream()
                .map(ZWaveLock::info)
                .toList();
        Optional<Product> product = node.flatMap(KnownNode::product);
        return new ZWaveNode(
                nodeId,
                ZWaveNode.Kind.valueOf(kind.name()),
                security,
                infos.stream().findFirst().flatMap(LockInfo::manufacturer),
                product.map(each -> "%04X:%04X".formatted(each.type(), each.id())),
                infos.stream().map(LockInfo::id).sorted().toList(),
                infos.isEmpty() ? node.isPresent() : infos.stream().anyMatch(LockInfo::reachable),
                broken);
    }

    private NodeSession begin(int nodeId, NodeKind kind, Set<Integer> supervised) {
        NodeSession session = sessions.node(nodeId);
        session.describe(kind, supervised);
        session.listenNoMore();
        locks.put(nodeId, new HashMap<>());
        sleeping.remove(nodeId);
        if (kind == NodeKind.SLEEPING) {
            sleeping.add(nodeId);
        }
        // A lock that asks what time it is gets an answer.
        session.listen((from, command, answer) ->
                clock.answer(command, context.scheduler().now()).ifPresent(report -> session.reply(from, report)));
        return session;
    }

    /** @param mirrored whether the root device speaks for it, as for the first of a node's locks (SDS13783 §3.4) */
    private ZWaveLock lock(
            NodeSession session,
            LockId id,
            boolean mirrored,
            Supplier<CompletableFuture<ZWaveLock.Known>> introduction) {
        int nodeId = Integer.parseInt(id.address());
        ZWaveLock lock = new ZWaveLock(
                id,
                session.endpoint(id.endpoint()),
                actor,
                context.scheduler()::now,
                new LockSite(clock.zone(), known.notes(nodeId, id.endpoint())),
                context.listener()::event,
                introduction);
        locks.computeIfAbsent(nodeId, any -> new HashMap<>()).put(id, lock);
        session.listen((from, command, answer) -> {
            if (from == id.endpoint() || from == 0 && mirrored) {
                lock.heard(command, answer);
            }
            if (command instanceof WakeUp.Notification && sleeping.contains(nodeId)) {
                lock.keepTime();
            }
        });
        return lock;
    }

    /** Not every lock that lists Supervision bears it. */
    private static Set<Integer> supervised(KnownNode node) {
        return Quirks.of(node.product()).supervises() ? node.supervisedEndpoints() : Set.of();
    }
}
