package org.lockcredentials.matter.node;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.CommandType;
import org.lockcredentials.matter.cluster.WritableAttribute;
import org.lockcredentials.matter.interaction.AttributePath;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.ReportedData;
import org.lockcredentials.matter.interaction.Subscription;
import org.lockcredentials.matter.interaction.SubscriptionListener;
import org.lockcredentials.matter.interaction.Wanted;
import org.lockcredentials.matter.node.NodeException.Kind;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.Session;

/**
 * A commissioned node: asks it in the session that there is, makes another when that one is dead, and keeps it subscribed to.
 *
 * <p>May be called from any thread; state lives on the controller's actor.
 */
public final class MatterNode implements LockNode {

    private final NodeSite site;
    private final PeerNode node;
    private final Interest interest;
    private final SessionKeeper sessions;
    private final NodeWatch watch;
    private final List<NodeListener> listeners = new CopyOnWriteArrayList<>();
    private final Actor outside;
    private NodeRecord record;
    private volatile boolean reachable;
    private Runnable unregister = () -> {};
    private boolean closed;

    /** A node as it was kept; nothing is asked until {@link #watch()} or a question. */
    public MatterNode(NodeSite site, long nodeId, Interest interest) {
        this.site = site;
        this.node = new PeerNode(site.member().compressedFabricId(), nodeId);
        this.interest = interest;
        this.outside = site.outside();
        this.record = site.records().read(node);
        this.sessions = new SessionKeeper(site, node, record.address());
        this.watch = new NodeWatch(site.actor(), new Line(), record);
        site.actor().execute(() -> unregister = site.exchanges().sessions().onClose(this::sessionClosed));
    }

    @Override
    public long nodeId() {
        return node.nodeId();
    }

    @Override
    public boolean reachable() {
        return reachable;
    }

    @Override
    public void listen(NodeListener listener) {
        listeners.add(listener);
    }

    @Override
    public void unlisten(NodeListener listener) {
        listeners.remove(listener);
    }

    /** Subscribes, and goes on doing so until {@link #close()}. */
    public void watch() {
        site.actor().execute(watch::start);
    }

    /** Asks nothing more, and tells nothing more. */
    public void close() {
        site.actor().executeAnyway(() -> {
            closed = true;
            unregister.run();
            watch.stop();
            listeners.forEach(listener -> outside.executeAnyway(listener::closed));
        });
    }

    @Override
    public CompletableFuture<Attributes> read(List<AttributePath> paths) {
        return outcome(
                () -> ask(client -> client.read(Wanted.attributes(paths)), true)
                        .thenApply(data -> new Attributes(data.attributes())),
                true);
    }

    @Override
    public <T> CompletableFuture<Void> write(int endpoint, WritableAttribute<T> attribute, T value) {
        return outcome(
                () -> ask(client -> client.write(List.of(attribute.data(endpoint, value)), Optional.empty()), true),
                false);
    }

    @Override
    public <R> CompletableFuture<R> invoke(int endpoint, Command<R> command) {
        CommandType<R> type = command.type();
        CommandCall<R> call = new CommandCall<>(command, endpoint);
        return outcome(() -> ask(call::run, type.repeatable()), type.repeatable())
                .whenComplete((answer, failure) -> call.wipe());
    }

    /** In the session there is; once more, in another one, if the answer is lost and a second time does no harm. */
    private <T> CompletableFuture<T> ask(
            Function<InteractionClient, CompletableFuture<T>> question, boolean repeatable) {
        return inSession(question)
                .exceptionallyCompose(failure -> NodeFailures.mayBeAskedAgain(failure, repeatable)
                        ? inSession(question)
                        : CompletableFuture.failedFuture(failure));
    }

    private <T> CompletableFuture<T> inSession(Function<InteractionClient, CompletableFuture<T>> question) {
        if (closed) {
            return CompletableFuture.failedFuture(new NodeException(Kind.CLOSED, "the controller was closed"));
        }
        CompletableFuture<SecureSession> session = sessions.session().whenComplete((open, failure) -> {
            if (failure != null) {
                unreachable();
            }
        });
        return session.exceptionally(failure -> {
                    throw NodeFailures.of(failure, true);
                })
                .thenCompose(open -> question.apply(InteractionClient.over(site.exchanges(), open)))
                .whenComplete((answer, failure) -> {
                    if (failure == null || NodeFailures.cause(failure) instanceof InteractionException) {
                        heard();
                    }
                });
    }

    /** Runs on the actor, and completes outside with what became of it. */
    private <T> CompletableFuture<T> outcome(Supplier<CompletableFuture<T>> work, boolean harmless) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            site.actor()
                    .execute(() -> work.get()
                            .whenComplete((value, failure) -> outside.execute(() -> {
                                if (failure == null) {
                                    result.complete(value);
                                } else {
                                    result.completeExceptionally(NodeFailures.of(failure, harmless));
                                }
                            })));
        } catch (RejectedExecutionException shutDown) {
            result.completeExceptionally(new NodeException(Kind.CLOSED, "the controller was closed", shutDown));
        }
        return result;
    }

    private void heard() {
        sessions.address()
                .filter(address -> !record.address().equals(Optional.of(address)))
                .ifPresent(address -> {
                    keep(record.at(address));
                });
        if (!reachable) {
            reachable = true;
            tell(listener -> listener.reachable(true));
            watch.resume();
        }
    }

    private void unreachable() {
        if (reachable) {
            reachable = false;
            tell(listener -> listener.reachable(false));
        }
    }

    /** Behind what the listeners are told: what they did not hear is told again after the next start. */
    private void keep(NodeRecord changed) {
        record = changed;
        if (!closed) {
            outside.execute(() -> site.records().write(node, changed));
        }
    }

    private void tell(Consumer<NodeListener> what) {
        if (!closed) {
            listeners.forEach(listener -> outside.execute(() -> what.accept(listener)));
        }
    }

    private void sessionClosed(Session session) {
        if (session instanceof SecureSession secure && secure.node().equals(Optional.of(node))) {
            watch.sessionClosed();
        }
    }

    private final class Line implements NodeWatch.Line {

        @Override
        public CompletableFuture<Subscription> subscribe(Optional<Long> eventMin, SubscriptionListener listener) {
            return ask(
                    client -> site.subscriptions().subscribe(client, node, interest.request(eventMin), listener), true);
        }

        @Override
        public CompletableFuture<ReportedData> readAllEvents() {
            return ask(client -> client.read(interest.allEvents()), true);
        }

        @Override
        public void tell(Consumer<NodeListener> what) {
            MatterNode.this.tell(what);
        }

        @Override
        public void keep(Optional<Long> lastEvent, Optional<Integer> reboots) {
            MatterNode.this.keep(new NodeRecord(record.address(), lastEvent, reboots));
        }

        @Override
        public void heard() {
            MatterNode.this.heard();
        }

        @Override
        public void endSession() {
            sessions.current().ifPresent(site.exchanges().sessions()::close);
        }

        @Override
        public void left() {
            unreachable();
            MatterNode.this.tell(NodeListener::left);
        }
    }
}
