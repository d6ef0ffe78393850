package org.lockcredentials.zwave.transport;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.UnknownCommand;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.supervision.SupervisionStatus;
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

    private record Key(int nodeId, int sessionId) {}

    private static final class Session {
        final Envelope envelope;
        final CompletableFuture<Delivery> result = new CompletableFuture<>();
        Cancellable timer = () -> {};

        Session(Envelope envelope) {
            this.envelope = envelope;
        }
    }

    private final Layer below;
    private final Actor actor;
    private final Map<Key, Session> open = new HashMap<>();
    private final Map<Integer, Integer> lastSessionIds = new HashMap<>();
    private final Map<Address, Supervision.Get> lastReceived = new HashMap<>();
    private final Map<Address, Integer> silences = new HashMap<>();
    private final Set<Address> unsupervised = new HashSet<>();
    private Consumer<? super Envelope> above = envelope -> {};

    public SupervisionLayer(Layer below, Actor actor) {
        this.below = below;
        this.actor = actor;
        below.deliverTo(this::received);
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
        below.send(envelope.carrying(get)).whenComplete((delivery, failure) -> {
            if (failure != null) {
                end(key, session);
                session.result.completeExceptionally(failure);
            } else if (open.get(key) == session) {
                await(key, session, envelope.options().patience());
            }
        });
        return session.result;
    }

    /** Starts anywhere: a node takes the id of its last session for a repetition, also after this host was restarted. */
    private int nextSessionId(int nodeId) {
        return lastSessionIds.compute(
                nodeId,
                (node, last) ->
                        last == null ? ThreadLocalRandom.current().nextInt(SESSION_IDS) : (last + 1) % SESSION_IDS);
    }

    private void await(Key key, Session session, Duration patience) {
        session.timer.cancel();
        session.timer = actor.after(patience, () -> {
            end(key, session);
            Address address = session.envelope.address();
            log.debug("{} did not report how a supervised command ended", address);
            if (silences.merge(address, 1, Integer::sum) >= TOLERATED_SILENCES) {
                unsupervised.add(address);
            }
            session.result.complete(Delivery.SILENT);
        });
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
            await(key, session, remaining(report.duration()));
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
        Supervision.Get last = lastReceived.put(envelope.address(), get);
        if (get.equals(last)) {
            log.trace("{} repeats a supervised command", envelope.address());
            return;
        }
        if (last != null) {
            last.command().wipe();
        }
        try {
            Command command = Commands.decode(get.command());
            boolean known = !(command instanceof UnknownCommand);
            answer(envelope, get, known ? SupervisionStatus.SUCCESS : SupervisionStatus.NO_SUPPORT);
            if (known) {
                above.accept(envelope.carrying(command));
            }
        } catch (DecodeException malformed) {
            log.debug("{} supervises what is no command: {}", envelope.address(), malformed.getMessage());
            answer(envelope, get, SupervisionStatus.NO_SUPPORT);
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
