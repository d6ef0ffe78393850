package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.supervision.SupervisionStatus;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.security.Protection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Supervision (SDS13783 §3.7): asks nodes how a command ended, and tells them how theirs did.
 *
 * <p>A node that says NO_SUPPORT gets the command once more as it is, and is not asked again; nor is one that kept silent
 * twice running, since locks are sold that advertise Supervision and forget it. A command that fits one frame only as it is goes as it is.
 */
public final class SupervisionLayer implements Layer {

    private static final Logger log = LoggerFactory.getLogger(SupervisionLayer.class);

    /** How much later than told a status update may be. */
    private static final Duration UPDATE_GRACE = Duration.ofSeconds(10);
    /** For a node that does not know how long it will take. */
    private static final Duration UNKNOWN_DURATION = Duration.ofMinutes(1);

    private static final int TOLERATED_SILENCES = 2;
    private static final int SESSION_IDS = 64;
    /** Command class, command, session and length. */
    private static final int WRAPPING = 4;

    /** As long a command that comes again is a repetition; later, the node has begun to count anew. */
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private record Key(int nodeId, int sessionId) {}

    private record Taken(Supervision.Get get, long at) {}

    private static final class Session {
        final Envelope envelope;
        final CompletableFuture<Delivery> result = new CompletableFuture<>();
        Cancellable timer = () -> {};
        int attempts;
        /** The node has said how long it will take. */
        boolean working;

        Session(Envelope envelope) {
            this.envelope = envelope;
        }
    }

    private final Layer below;
    private final Actor actor;
    private final Map<Key, Session> open = new HashMap<>();
    private final Map<Integer, Integer> lastSessionIds = new HashMap<>();
    private final Map<Address, Taken> lastReceived = new HashMap<>();
    private final Map<Address, Integer> silences = new HashMap<>();
    private final Set<Address> unsupervised = new HashSet<>();
    private Consumer<? super Envelope> above = envelope -> {};

    public SupervisionLayer(Layer below, Actor actor) {
        this.below = below;
        this.actor = actor;
        below.deliverTo(this::received);
    }

    /** Forgets a node that has left: what it was asked fails with CLOSED, what is known of its kind is another's. */
    public void forget(int nodeId) {
        Map.copyOf(open).forEach((key, session) -> {
            if (key.nodeId == nodeId) {
                end(key, session);
                session.result.completeExceptionally(
                        new TransportException(TransportException.Kind.CLOSED, "the node is spoken to no more"));
            }
        });
        lastSessionIds.remove(nodeId);
        silences.keySet().removeIf(address -> address.nodeId() == nodeId);
        unsupervised.removeIf(address -> address.nodeId() == nodeId);
        Map.copyOf(lastReceived).forEach((address, taken) -> {
            if (address.nodeId() == nodeId) {
                taken.get.command().wipe();
                lastReceived.remove(address);
            }
        });
    }

    /** The same for all nodes. */
    public void close() {
        Stream.concat(
                        open.keySet().stream().map(Key::nodeId),
                        lastReceived.keySet().stream().map(Address::nodeId))
                .collect(Collectors.toSet())
                .forEach(this::forget);
    }

    @Override
    public int room(Address address) {
        return below.room(address);
    }

    @Override
    public void deliverTo(Consumer<? super Envelope> above) {
        this.above = above;
    }

    @Override
    public CompletableFuture<Delivery> send(Envelope envelope) {
        if (!envelope.options().supervised() || unsupervised.contains(envelope.address())) {
            return below.send(envelope);
        }
        int nodeId = envelope.address().nodeId();
        int id = nextSessionId(nodeId);
        Supervision.Get get = Supervision.Get.of(id, true, envelope.command());
        if (get.command().length() + WRAPPING > below.room(envelope.address())) {
            get.command().wipe();
            return below.send(envelope);
        }
        Key key = new Key(nodeId, id);
        Session session = new Session(envelope);
        open.put(key, session);
        session.result.whenComplete((delivery, failure) -> get.command().wipe());
        transmit(key, session, get);
        return session.result;
    }

    private void transmit(Key key, Session session, Supervision.Get get) {
        session.attempts++;
        below.send(session.envelope.carrying(get)).whenComplete((delivery, failure) -> {
            if (open.get(key) != session || session.working) {
                return;
            }
            if (failure == null) {
                await(key, session, session.envelope.options().patience(), () -> silent(key, session, get));
            } else if (session.attempts == 1) {
                end(key, session);
                session.result.completeExceptionally(failure);
            } else {
                silent(key, session);
            }
        });
    }

    /** A node that has the command takes it for a repetition by its session, and answers it only (SDS13783 §3.7.3). */
    private void silent(Key key, Session session, Supervision.Get get) {
        if (session.attempts < session.envelope.options().attempts()) {
            transmit(key, session, get);
        } else {
            silent(key, session);
        }
    }

    private void silent(Key key, Session session) {
        end(key, session);
        Address address = session.envelope.address();
        log.debug("{} did not report how a supervised command ended", address);
        if (silences.merge(address, 1, Integer::sum) >= TOLERATED_SILENCES) {
            unsupervised.add(address);
        }
        session.result.complete(Delivery.SILENT);
    }

    /** Starts anywhere: a node takes the id of its last session for a repetition, also after this host was restarted. */
    private int nextSessionId(int nodeId) {
        return lastSessionIds.compute(
                nodeId,
                (node, last) ->
                        last == null ? ThreadLocalRandom.current().nextInt(SESSION_IDS) : (last + 1) % SESSION_IDS);
    }

    private void await(Key key, Session session, Duration patience, Runnable otherwise) {
        session.timer.cancel();
        session.timer = actor.after(patience, otherwise);
    }

    private void end(Key key, Session session) {
        session.timer.cancel();
        open.remove(key, session);
    }

    private void received(Envelope envelope) {
        Command command = envelope.command();
        if (command instanceof Supervision.Report report) {
            reported(envelope.address(), report);
        } else if (command instanceof Supervision.Get get) {
            asked(envelope, get);
        } else {
            above.accept(envelope);
        }
    }

    private void reported(Address from, Supervision.Report report) {
        Key key = new Key(from.nodeId(), report.sessionId());
        Session session = open.get(key);
        if (session == null) {
            log.trace("{} repeats a report, or is too late", from);
            return;
        }
        SupervisionStatus status = report.status();
        if (status.equals(SupervisionStatus.WORKING) && report.moreUpdates()) {
            session.working = true;
            await(key, session, remaining(report.duration()), () -> silent(key, session));
            return;
        }
        Address address = session.envelope.address();
        silences.remove(address);
        if (status.equals(SupervisionStatus.SUCCESS)) {
            end(key, session);
            session.result.complete(Delivery.DONE);
        } else if (status.equals(SupervisionStatus.FAIL)) {
            end(key, session);
            session.result.complete(Delivery.REFUSED);
        } else if (status.equals(SupervisionStatus.NO_SUPPORT)) {
            end(key, session);
            unsupervised.add(address);
            below.send(session.envelope).whenComplete((delivery, failure) -> {
                if (failure == null) {
                    session.result.complete(delivery);
                } else {
                    session.result.completeExceptionally(failure);
                }
            });
        } else if (status.equals(SupervisionStatus.WORKING)) {
            end(key, session);
            session.result.complete(Delivery.SILENT);
        }
        // Other values are reserved and ignored; the time-out still runs.
    }

    private static Duration remaining(ActuatorDuration duration) {
        return duration.time().orElse(UNKNOWN_DURATION).plus(UPDATE_GRACE);
    }

    /** A repeated Get is not executed again, and without security not answered again either (SDS13783 §3.7.3). */
    private void asked(Envelope envelope, Supervision.Get get) {
        Optional<Taken> last = Optional.ofNullable(lastReceived.remove(envelope.address()));
        long now = actor.nanoTime();
        Optional<Taken> same = last.filter(taken -> taken.get.equals(get) && now - taken.at < REMEMBERED.toNanos());
        boolean repeated = same.isPresent();
        Optional<Command> command = decoded(envelope, get);
        SupervisionStatus status = command.isPresent() ? SupervisionStatus.SUCCESS : SupervisionStatus.NO_SUPPORT;
        lastReceived.put(envelope.address(), new Taken(get, same.map(Taken::at).orElse(now)));
        last.ifPresent(taken -> taken.get.command().wipe());
        boolean secure = envelope.options()
                .protection()
                .filter(Protection.Clear.class::isInstance)
                .isEmpty();
        if (!repeated || secure) {
            answer(envelope, get, status);
        }
        // A node that says that it is awake is awake, however often it says so.
        command.filter(each -> !repeated || each instanceof WakeUp.Notification)
                .ifPresent(each -> above.accept(envelope.carrying(each)));
    }

    private static Optional<Command> decoded(Envelope envelope, Supervision.Get get) {
        try {
            return Optional.of(Commands.decode(get.command())).filter(each -> !(each instanceof UnknownCommand));
        } catch (DecodeException malformed) {
            log.debug("{} supervises what is no command: {}", envelope.address(), malformed.getMessage());
            return Optional.empty();
        }
    }

    private void answer(Envelope envelope, Supervision.Get get, SupervisionStatus status) {
        Supervision.Report report =
                new Supervision.Report(get.sessionId(), false, false, status, ActuatorDuration.DONE);
        below.send(envelope.carrying(report)).exceptionally(failure -> {
            log.debug("{} did not take a supervision report: {}", envelope.address(), failure.getMessage());
            return Delivery.RECEIVED;
        });
    }
}
