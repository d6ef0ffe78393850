package org.lockcredentials.matter;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.timesynchronization.TimeSynchronization;
import org.lockcredentials.matter.commissioning.Administration;
import org.lockcredentials.matter.commissioning.Commissioner;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.lock.Failures;
import org.lockcredentials.matter.lock.LockNotes;
import org.lockcredentials.matter.lock.LockSite;
import org.lockcredentials.matter.lock.MatterLock;
import org.lockcredentials.matter.node.Interest;
import org.lockcredentials.matter.node.LockNode;
import org.lockcredentials.matter.node.MatterNode;
import org.lockcredentials.matter.node.NodeListener;
import org.lockcredentials.matter.timekeeping.ClockKeeper;
import org.lockcredentials.matter.udp.DatagramPort;
import org.lockcredentials.spi.BackendContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One open fabric: its nodes, and the locks on them. */
final class FabricNetwork {

    private static final Logger log = LoggerFactory.getLogger(FabricNetwork.class);

    /** How long opening waits for nodes to answer; those that are slower are told as unreachable, and heard later. */
    private static final Duration GREETING = Duration.ofSeconds(5);

    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(3);
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(15);
    private static final Interest INTEREST =
            Interest.clusters(DoorLock.CLUSTER).andEventsOf(TimeSynchronization.CLUSTER);

    private final MatterConfig config;
    private final DatagramPort port;
    private final BackendContext context;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, Member> members = new TreeMap<>(Long::compareUnsigned);
    private Optional<FabricStack> stack = Optional.empty();
    private boolean closed;

    FabricNetwork(MatterConfig config, DatagramPort port, BackendContext context) {
        this.config = config;
        this.port = port;
        this.context = context;
    }

    /** Reads the fabric, opens the port, and greets the nodes. */
    CompletableFuture<Void> open() {
        return elsewhere(() -> {
                    FabricStack opened = start();
                    return opened.site().records().nodes(opened.compressedFabricId()).stream()
                            .map(node -> greet(opened, node.nodeId()))
                            .toList();
                })
                .thenCompose(greetings -> bounded(CompletableFuture.allOf(greetings.toArray(CompletableFuture[]::new))))
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(Failures.translated(failure)));
    }

    private synchronized FabricStack start() {
        if (closed) {
            throw new LockCredentialException(Reason.CLOSED, "the backend was closed");
        }
        try {
            FabricStack opened = FabricStack.open(config, context, port, random);
            stack = Optional.of(opened);
            return opened;
        } catch (IOException noPort) {
            throw new LockCredentialException(
                    Reason.UNREACHABLE, "UDP port " + config.local().getPort() + " cannot be had", noPort);
        }
    }

    private CompletableFuture<Void> greet(FabricStack open, long nodeId) {
        return greet(open, node(open, nodeId), open.book().locks(nodeId));
    }

    /** Takes a node in, and watches it. Completes in any case, when the node has answered or has not. */
    private CompletableFuture<Void> greet(FabricStack open, MatterNode node, Optional<List<Integer>> endpoints) {
        join(open, node, endpoints.orElse(List.of()));
        CompletableFuture<?> met = endpoints.isPresent()
                ? meet(node.nodeId())
                : new FirstSurvey(node, () -> survey(open, node), () -> meet(node.nodeId())).begin();
        return met.handle((done, failure) -> {
            if (failure != null) {
                log.info(
                        "node {} does not answer: {}",
                        Member.name(node.nodeId()),
                        Failures.translated(failure).getMessage());
            }
            node.watch();
            return null;
        });
    }

    private MatterNode node(FabricStack open, long nodeId) {
        MatterNode node = new MatterNode(open.site(), nodeId, INTEREST);
        node.listen(new NodeListener() {
            @Override
            public void left() {
                departed(nodeId);
            }
        });
        node.listen(new ClockKeeper(
                node, config.zone(), context.scheduler(), open.site().outside()));
        return node;
    }

    /** A node said that it leaves the fabric, so there is nothing more to be had of it. */
    private void departed(long nodeId) {
        String name = Member.name(nodeId);
        log.info("node {} leaves the fabric", name);
        try {
            forget(name).whenComplete((gone, failure) -> {
                if (failure != null) {
                    log.warn("node {} left, and is not forgotten: {}", name, failure.getMessage());
                }
            });
        } catch (LockCredentialException noMore) {
            log.debug("node {} was forgotten before it left: {}", name, noMore.getMessage());
        }
    }

    private CompletableFuture<?> meet(long nodeId) {
        List<MatterLock> locks = member(nodeId).map(Member::locks).orElse(List.of());
        return CompletableFuture.allOf(locks.stream().map(MatterLock::meet).toArray(CompletableFuture[]::new));
    }

    /** Finds out on which endpoints a node has locks, and keeps it. */
    private CompletableFuture<Member> survey(FabricStack open, MatterNode node) {
        return lockEndpoints(node)
                .thenCompose(endpoints -> elsewhere(() -> {
                    open.book().putLocks(node.nodeId(), endpoints);
                    return join(open, node, endpoints);
                }));
    }

    private static CompletableFuture<List<Integer>> lockEndpoints(LockNode node) {
        return node.read(List.of(AttributePath.anywhere(DoorLock.CLUSTER, DoorLock.FEATURE_MAP.id())))
                .thenApply(told -> told.ids().stream()
                        .filter(id -> id.cluster() == DoorLock.CLUSTER && id.endpoint() >= 1)
                        .map(id -> id.endpoint())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private Member join(FabricStack open, MatterNode node, List<Integer> endpoints) {
        List<MatterLock> locks = new ArrayList<>();
        for (int endpoint : endpoints) {
            LockId id = new LockId(MatterBackend.NAME, Member.name(node.nodeId()), endpoint);
            LockNotes notes = new LockNotes(context.store(), NodeBook.notes(node.nodeId()) + "/" + endpoint);
            MatterLock lock = new MatterLock(
                    id,
                    node,
                    new LockSite(config.zone(), notes, context.scheduler()),
                    context.scheduler()::now,
                    context.listener()::event);
            node.listen(lock);
            locks.add(lock);
        }
        Member member = new Member(node, locks);
        synchronized (this) {
            members.put(node.nodeId(), member);
        }
        locks.forEach(context.listener()::lockFound);
        return member;
    }

    CompletableFuture<FabricNode> commission(CommissioningRequest request) {
        FabricStack open = stack();
        CompletableFuture<FabricNode> result = new CompletableFuture<>();
        // What becomes of the device is followed to its end, also when nobody waits any more.
        elsewhere(() -> new Commissioner(open.commissioning(), MakersTrust.of(config)))
                .thenCompose(
                        commissioner -> new Admission(commissioner, config.zone(), request).run(result::isCancelled))
                .thenCompose(nodeId -> welcome(open, nodeId))
                .whenComplete((node, failure) -> {
                    if (failure == null) {
                        result.complete(node);
                    } else {
                        failed(open, failure, result);
                    }
                });
        return result;
    }

    /** A device that is in the fabric is one of its nodes, whether it answers now or later. */
    private CompletableFuture<FabricNode> welcome(FabricStack open, long nodeId) {
        return greet(open, node(open, nodeId), Optional.empty())
                .thenApply(met -> named(Member.name(nodeId)).told());
    }

    /** Nobody waits for a device that was not heard last: it is listed at once, and greeted by and by. */
    private void failed(FabricStack open, Throwable failure, CompletableFuture<FabricNode> result) {
        try {
            CommissioningFailures.kept(failure).ifPresent(nodeId -> greet(open, node(open, nodeId), Optional.empty()));
        } finally {
            result.completeExceptionally(CommissioningFailures.translated(failure));
        }
    }

    synchronized List<FabricNode> nodes() {
        return members.values().stream().map(Member::told).toList();
    }

    CompletableFuture<Outcome> remove(String name) {
        return gone(name, (admin, member) -> admin.remove(member.node()));
    }

    CompletableFuture<Outcome> forget(String name) {
        return gone(name, (admin, member) -> admin.forget(member.node().nodeId()));
    }

    private CompletableFuture<Outcome> gone(
            String name, BiFunction<Administration, Member, CompletableFuture<Void>> goodbye) {
        Member member = named(name);
        FabricStack open = stack();
        long nodeId = member.node().nodeId();
        return goodbye.apply(new Administration(open.commissioning()), member)
                .thenCompose(left -> elsewhere(() -> {
                    member.close();
                    open.book().delete(nodeId);
                    if (dropped(member)) {
                        member.locks()
                                .forEach(lock ->
                                        context.listener().lockGone(lock.info().id()));
                    }
                    return Outcome.CONFIRMED;
                }))
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(CommissioningFailures.translated(failure)));
    }

    /** True for the first who takes it out: a node that is told to leave says good-bye besides. */
    private synchronized boolean dropped(Member member) {
        return members.remove(member.node().nodeId(), member);
    }

    CompletableFuture<PairingWindow> openWindow(String name, Duration time) {
        if (time.compareTo(SHORTEST_WINDOW) < 0 || time.compareTo(LONGEST_WINDOW) > 0) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.INVALID, "a window is open for 3 to 15 minutes, not " + time));
        }
        return new Administration(stack().commissioning())
                .openWindow(named(name).node(), time)
                .thenApply(PairingWindow::of)
                .exceptionallyCompose(
                        failure -> CompletableFuture.failedFuture(CommissioningFailures.translated(failure)));
    }

    CompletableFuture<Outcome> closeWindow(String name) {
        return new Administration(stack().commissioning())
                .closeWindow(named(name).node())
                .thenApply(closed -> Outcome.CONFIRMED)
                .exceptionallyCompose(failure -> CommissioningFailures.isNoWindow(failure)
                        ? CompletableFuture.completedFuture(Outcome.NO_CHANGE)
                        : CompletableFuture.failedFuture(CommissioningFailures.translated(failure)));
    }

    CompletableFuture<Void> close() {
        Collection<Member> all;
        Optional<FabricStack> open;
        synchronized (this) {
            closed = true;
            all = List.copyOf(members.values());
            open = stack;
            members.clear();
        }
        all.forEach(Member::close);
        return open.map(FabricStack::close).orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    /** Messages that changed nothing, and were taken for nobody's. */
    synchronized long dropped() {
        return stack.map(open -> open.site().exchanges().drops().total()).orElse(0L);
    }

    private synchronized FabricStack stack() {
        return stack.filter(open -> !closed)
                .orElseThrow(() -> new LockCredentialException(Reason.CLOSED, "the Matter backend is not open"));
    }

    private synchronized Optional<Member> member(long nodeId) {
        return Optional.ofNullable(members.get(nodeId));
    }

    private Member named(String name) {
        if (!name.matches("[0-9a-fA-F]{1,16}")) {
            throw new LockCredentialException(Reason.INVALID, "a node is 1 to 16 hexadecimal digits, not " + name);
        }
        return member(Long.parseUnsignedLong(name, 16))
                .orElseThrow(() -> new LockCredentialException(Reason.NOT_FOUND, "there is no node " + name));
    }

    private CompletableFuture<Void> bounded(CompletableFuture<Void> greetings) {
        CompletableFuture<Void> enough = new CompletableFuture<>();
        context.scheduler().schedule(GREETING, () -> enough.complete(null));
        return CompletableFuture.anyOf(greetings, enough).thenApply(done -> null);
    }

    /** What may block on a disk is not done where the host called from. */
    private <T> CompletableFuture<T> elsewhere(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, context.executor());
        } catch (RejectedExecutionException shutDown) {
            return CompletableFuture.failedFuture(
                    new LockCredentialException(Reason.CLOSED, "the host's executor is shut down", shutDown));
        }
    }
}
