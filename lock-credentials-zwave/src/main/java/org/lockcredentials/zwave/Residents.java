package org.lockcredentials.zwave;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.lock.ZWaveLock;
import org.lockcredentials.zwave.network.Household;
import org.lockcredentials.zwave.network.JoinNotes;
import org.lockcredentials.zwave.node.Grants;
import org.lockcredentials.zwave.node.Interview;
import org.lockcredentials.zwave.node.KnownNode;
import org.lockcredentials.zwave.node.NodeTraits;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.transport.CommandChannel;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.TransportException;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.lockcredentials.zwave.transport.stack.TransportStack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The nodes of one network, from the moment when they are met. Touched by tasks of the network's actor only. */
final class Residents implements Household {

    private static final Logger log = LoggerFactory.getLogger(Residents.class);

    private final BackendContext context;
    private final StickDirectory directory;
    private final TransportStack sessions;
    private final KnownNodes known;
    private final JoinNotes notes;
    private final LocksOfNetwork locks;
    private final Supplier<Set<SecurityClass>> networkClasses;
    private final Map<Integer, NodeTraits> traits = new TreeMap<>();
    private final Map<Integer, KnownNode> met = new HashMap<>();
    private final Map<Integer, Set<Interview.Question>> silences = new HashMap<>();
    private final Map<Integer, CompletableFuture<ZWaveLock.Known>> introductions = new HashMap<>();

    /** @param whole whether all was answered that has an answer, so that nobody needs to ask again */
    private record Acquaintance(KnownNode node, boolean whole) {}

    /** @param networkClasses the classes that the network has keys of */
    Residents(
            BackendContext context,
            StickDirectory directory,
            TransportStack sessions,
            KnownNodes known,
            JoinNotes notes,
            LocksOfNetwork locks,
            Supplier<Set<SecurityClass>> networkClasses) {
        this.context = context;
        this.directory = directory;
        this.sessions = sessions;
        this.known = known;
        this.notes = notes;
        this.locks = locks;
        this.networkClasses = networkClasses;
    }

    /**
     * The network has these nodes now. Those that are known from earlier are introduced at once, the others are met one after the other, those that
     * have left are forgotten.
     */
    CompletableFuture<Void> settle(Collection<Integer> nodeIds) {
        List.copyOf(traits.keySet()).stream()
                .filter(nodeId -> !nodeIds.contains(nodeId))
                .forEach(this::forget);
        known.retain(Set.copyOf(nodeIds));
        notes.retain(nodeIds);
        List<Integer> strangers = new ArrayList<>();
        for (int nodeId : nodeIds) {
            Optional<KnownNode> node = known.find(nodeId);
            if (traits.containsKey(nodeId)) {
                log.trace("node {} is still there", nodeId);
            } else if (node.isPresent()) {
                introduce(node.get());
            } else {
                strangers.add(nodeId);
            }
        }
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (int nodeId : strangers) {
            done = done.thenCompose(before -> meet(nodeId));
        }
        return done;
    }

    /** A node that is new: completes when it is known, or cannot be known now; never fails unless the stick itself does. */
    CompletableFuture<Void> meet(int nodeId) {
        Optional<JoinNotes.Note> note = notes.find(nodeId);
        return directory.traits(nodeId).thenCompose(found -> {
            traits.put(nodeId, found);
            if (note.filter(JoinNotes.Note.Broken.class::isInstance).isPresent()) {
                log.info("node {} is in the network and was never included whole: not used", nodeId);
                return CompletableFuture.completedFuture(null);
            }
            note.ifPresent(joined -> secured(nodeId, ((JoinNotes.Note.Granted) joined).classes()));
            if (found.kind() == NodeKind.SLEEPING) {
                stranger(nodeId, found);
                return CompletableFuture.completedFuture(null);
            }
            return interview(nodeId, found, found.kind())
                    .thenAccept(acquaintance -> {
                        if (acquaintance.whole()) {
                            introduce(acquaintance.node());
                        } else {
                            stranger(nodeId, found);
                        }
                    })
                    .exceptionally(failure -> {
                        log.debug("node {} stays unknown: {}", nodeId, failure.getMessage());
                        stranger(nodeId, found);
                        return null;
                    });
        });
    }

    /** @param listening when the node can be spoken to during the interview */
    private CompletableFuture<Acquaintance> interview(int nodeId, NodeTraits node, NodeKind listening) {
        NodeSession session = sessions.node(nodeId);
        session.describe(listening, Set.of());
        Set<SecurityClass> granted = sessions.security(nodeId).granted();
        Grants grants = granted.isEmpty() ? Grants.among(networkClasses.get()) : Grants.of(granted);
        Interview.Progress progress = (done, total) -> {
            if (node.mayBeLock()) {
                context.listener()
                        .event(new LockEvent.Progress(
                                LocksOfNetwork.id(nodeId, 0),
                                context.scheduler().now(),
                                "getting to know the lock",
                                done,
                                total));
            }
        };
        return new Interview(
                        directory,
                        session,
                        nodeId,
                        node,
                        grants,
                        security -> sessions.describe(nodeId, security),
                        progress)
                .run()
                .thenApply(found -> acquainted(nodeId, found));
    }

    /** An answer may be lost; a question that is not answered the next time either has none. */
    private Acquaintance acquainted(int nodeId, Interview.Result found) {
        Set<Interview.Question> before = silences.getOrDefault(nodeId, Set.of());
        boolean whole = before.containsAll(found.silences());
        if (whole) {
            silences.remove(nodeId);
            known.keep(found.node());
            notes.clear(nodeId);
        } else {
            log.info("node {} did not answer all that it was asked: it is asked again when it is needed", nodeId);
            Set<Interview.Question> all = new HashSet<>(before);
            all.addAll(found.silences());
            silences.put(nodeId, all);
        }
        return new Acquaintance(found.node(), whole);
    }

    private void introduce(KnownNode node) {
        int nodeId = node.nodeId();
        met.put(nodeId, node);
        traits.computeIfAbsent(nodeId, id -> new NodeTraits(node.kind(), 0));
        sessions.describe(nodeId, node.security());
        locks.introduce(node);
    }

    /** A node that cannot be asked now; if it may be a lock, it is asked when it is needed. */
    private void stranger(int nodeId, NodeTraits node) {
        if (node.mayBeLock()) {
            locks.stranger(nodeId, node.kind(), () -> becomeKnown(nodeId));
        }
    }

    /** However many ask at a time, the node is asked once. */
    private CompletableFuture<ZWaveLock.Known> becomeKnown(int nodeId) {
        CompletableFuture<ZWaveLock.Known> running = introductions.get(nodeId);
        if (running != null) {
            return running;
        }
        CompletableFuture<ZWaveLock.Known> begun = directory
                .traits(nodeId)
                .thenCompose(found -> interview(nodeId, found, found.kind()))
                .thenApply(this::met);
        introductions.put(nodeId, begun);
        begun.whenComplete((done, failure) -> introductions.remove(nodeId, begun));
        return begun;
    }

    /** A lock that is asked what it is when it is needed may turn out to be several. */
    private ZWaveLock.Known met(Acquaintance acquaintance) {
        KnownNode node = acquaintance.node();
        int nodeId = node.nodeId();
        if (!acquaintance.whole()) {
            throw new TransportException(
                    TransportException.Kind.UNREACHABLE, "node " + nodeId + " did not answer all that it was asked");
        }
        met.put(nodeId, node);
        if (node.locks().size() == 1 && node.locks().get(0).endpoint() == 0) {
            return locks.met(node);
        }
        locks.forget(nodeId);
        locks.introduce(node);
        throw new TransportException(
                TransportException.Kind.UNREACHABLE,
                "node " + nodeId + " is " + node.locks().size() + " locks under names of their own");
    }

    /** All nodes, as far as they are known. */
    List<ZWaveNode> nodes() {
        return traits.entrySet().stream()
                .map(node -> describe(node.getKey(), node.getValue()))
                .toList();
    }

    private ZWaveNode describe(int nodeId, NodeTraits found) {
        Optional<KnownNode> node = Optional.ofNullable(met.get(nodeId));
        return locks.describe(
                nodeId,
                found.kind(),
                sessions.security(nodeId).highest(),
                node,
                notes.find(nodeId)
                        .filter(JoinNotes.Note.Broken.class::isInstance)
                        .map(broken -> ((JoinNotes.Note.Broken) broken).stage()));
    }

    /** The stick is away, or back. */
    void seen(boolean reachable) {
        locks.seen(reachable);
    }

    /** The network is another one: nobody of this one is here any more. What is kept of them stays. */
    void leaveAll() {
        List.copyOf(traits.keySet()).forEach(this::leave);
    }

    private void leave(int nodeId) {
        traits.remove(nodeId);
        met.remove(nodeId);
        silences.remove(nodeId);
        introductions.remove(nodeId);
        locks.forget(nodeId);
        sessions.forget(nodeId);
    }

    @Override
    public List<NodeKind> kinds() {
        return traits.values().stream().map(NodeTraits::kind).toList();
    }

    @Override
    public void expect(int nodeId) {
        forget(nodeId);
    }

    @Override
    public CompletableFuture<NodeInformation> information(int nodeId) {
        return directory.information(nodeId);
    }

    @Override
    public void secured(int nodeId, Set<SecurityClass> granted) {
        boolean segments = sessions.security(nodeId).segments();
        sessions.describe(nodeId, new NodeSecurity(granted, Set.of(), segments));
    }

    /** A sleeping node that has just joined is awake for a while. */
    @Override
    public CompletableFuture<Optional<KnownNode>> getToKnow(int nodeId) {
        return directory
                .traits(nodeId)
                .thenCompose(found -> {
                    traits.put(nodeId, found);
                    NodeKind listening = found.kind() == NodeKind.SLEEPING ? NodeKind.LISTENING : found.kind();
                    return interview(nodeId, found, listening);
                })
                .thenApply(found -> Optional.of(found.node()))
                .exceptionally(failure -> {
                    log.debug("node {} has joined and stays unknown: {}", nodeId, failure.getMessage());
                    return Optional.empty();
                });
    }

    @Override
    public CommandChannel root(int nodeId) {
        return sessions.node(nodeId).endpoint(0);
    }

    @Override
    public CompletableFuture<ZWaveNode> admit(int nodeId, Optional<KnownNode> node) {
        NodeTraits found = traits.computeIfAbsent(
                nodeId, id -> new NodeTraits(NodeKind.FREQUENTLY_LISTENING, NodeTraits.ENTRY_CONTROL));
        node.filter(each -> !silences.containsKey(nodeId))
                .ifPresentOrElse(this::introduce, () -> stranger(nodeId, found));
        return CompletableFuture.completedFuture(describe(nodeId, found));
    }

    /** What kind of node it is matters to nobody. */
    @Override
    public void keepOut(int nodeId) {
        leave(nodeId);
        traits.put(nodeId, new NodeTraits(NodeKind.LISTENING, 0));
        known.forget(nodeId);
    }

    @Override
    public void forget(int nodeId) {
        leave(nodeId);
        known.forget(nodeId);
    }
}
