package org.lockcredentials.zwave.transport.security;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s0.Incoming;
import org.lockcredentials.zwave.security.s0.Outgoing;
import org.lockcredentials.zwave.security.s0.S0Session;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands to and from one node by Security 0 (SDS13783 §3.5.2): one at a time on its way, each after a nonce of the node's.
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class S0Channel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S0Channel.class);

    /** For a nonce, once the node has the question. */
    private static final Duration NONCE_TIME = Duration.ofSeconds(2);

    private static final int MOST_ATTEMPTS = 3;

    private final S0Session session;
    private final Actor actor;
    private final Carrier carrier;
    private final Answers answers;
    private final Deque<S0Parcel> waiting = new ArrayDeque<>();
    private Optional<S0Parcel> current = Optional.empty();
    private Protection protection = new Protection.Network(SecurityClass.S0_LEGACY);
    private Cancellable timer = () -> {};

    S0Channel(S0Session session, Actor actor, Carrier carrier) {
        this.session = session;
        this.actor = actor;
        this.carrier = carrier;
        this.answers = new Answers(carrier);
    }

    /** Other keys from now on, under which messages come with that protection. */
    void use(S0Keys keys, Protection how) {
        session.use(keys);
        protection = how;
    }

    Protection protection() {
        return protection;
    }

    /** How many bytes a command may have. */
    int room() {
        return session.room();
    }

    /**
     * Sends a command, which is this channel's to wipe; completes when the node has all of it.
     *
     * <p>What was not acknowledged is sent once more as it was: a node that has it has used up the nonce.
     *
     * @param sealed told once all of it is encrypted, before it is sent
     */
    CompletableFuture<Delivery> send(Secret command, Runnable sealed) {
        S0Parcel parcel = new S0Parcel(command, sealed);
        waiting.add(parcel);
        pump();
        return parcel.result;
    }

    void received(Command command) {
        if (command instanceof S0Nonce.Get) {
            react(session.onNonceGet());
        } else if (command instanceof S0Nonce.Report report) {
            react(session.onNonceReport(report));
        } else if (command instanceof S0Message message) {
            react(session.onMessage(message));
        }
    }

    private void react(Incoming incoming) {
        if (incoming instanceof Incoming.Opened opened) {
            opened.reply().ifPresent(answers::send);
            carrier.opened(opened.command(), protection);
            opened.command().wipe();
        } else if (incoming instanceof Incoming.HalfOpened half) {
            answers.send(half.reply());
        } else if (incoming instanceof Incoming.NonceAsked asked) {
            answers.send(asked.reply());
        } else if (incoming instanceof Incoming.NonceReceived received) {
            current.ifPresent(parcel -> transmit(parcel, received.next()));
        } else if (incoming instanceof Incoming.Ignored ignored) {
            log.trace("ignored: {}", ignored.reason());
        }
    }

    private void pump() {
        while (current.isEmpty() && !waiting.isEmpty()) {
            S0Parcel next = waiting.remove();
            current = Optional.of(next);
            begin(next);
        }
    }

    private void begin(S0Parcel parcel) {
        parcel.attempts++;
        Outgoing outgoing = session.begin(parcel.command);
        if (outgoing instanceof Outgoing.Encapsulated encapsulated) {
            transmit(parcel, encapsulated);
        } else if (outgoing instanceof Outgoing.NonceNeeded needed) {
            int step = ++parcel.step;
            carrier.send(needed.request()).whenComplete((delivery, failure) -> {
                if (isAt(parcel, step)) {
                    nonceOrFailure(parcel, failure);
                }
            });
        } else if (outgoing instanceof Outgoing.NonceAwaited) {
            parcel.step++;
            awaitNonce(parcel);
        } else if (outgoing instanceof Outgoing.TooLong tooLong) {
            String message = parcel.command.length() + " bytes, and two messages take " + tooLong.maximum();
            fail(parcel, new TransportException(TransportException.Kind.TOO_LONG, message));
        }
    }

    private void transmit(S0Parcel parcel, Outgoing.Encapsulated next) {
        timer.cancel();
        int step = ++parcel.step;
        if (next.complete()) {
            parcel.sealed.run();
        }
        put(parcel, next, step, true);
    }

    private void put(S0Parcel parcel, Outgoing.Encapsulated next, int step, boolean first) {
        carrier.send(next.message()).whenComplete((delivery, failure) -> {
            parcel.mayHaveArrived |= next.complete() && TransportException.mayHaveArrived(failure);
            if (!isAt(parcel, step)) {
                return;
            }
            if (failure != null && first && TransportException.isUnacknowledged(failure)) {
                put(parcel, next, step, false);
            } else if (next.complete()) {
                if (failure == null) {
                    finish(parcel);
                } else {
                    fail(parcel, failure);
                }
            } else {
                nonceOrFailure(parcel, failure);
            }
        });
    }

    /** A question that was not acknowledged may have been heard, and its nonce be on the way. */
    private void nonceOrFailure(S0Parcel parcel, @Nullable Throwable failure) {
        if (failure != null && !(parcel.attempts < MOST_ATTEMPTS && TransportException.mayHaveArrived(failure))) {
            fail(parcel, failure);
        } else {
            awaitNonce(parcel);
        }
    }

    private void awaitNonce(S0Parcel parcel) {
        timer.cancel();
        timer = actor.after(NONCE_TIME, () -> {
            if (parcel.attempts < MOST_ATTEMPTS) {
                begin(parcel);
            } else {
                fail(parcel, new TransportException(TransportException.Kind.UNREACHABLE, "the node gives no nonce"));
            }
        });
    }

    private void finish(S0Parcel parcel) {
        timer.cancel();
        current = Optional.empty();
        parcel.command.wipe();
        parcel.result.complete(Delivery.RECEIVED);
        pump();
    }

    private void fail(S0Parcel parcel, Throwable failure) {
        timer.cancel();
        current = Optional.empty();
        session.cancel();
        parcel.command.wipe();
        parcel.result.completeExceptionally(TransportException.ofWhole(failure, parcel.mayHaveArrived));
        pump();
    }

    private boolean isAt(S0Parcel parcel, int step) {
        return current.filter(each -> each == parcel).isPresent() && parcel.step == step;
    }

    /** Fails what is on its way with CLOSED. */
    @Override
    public void close() {
        TransportException reason =
                new TransportException(TransportException.Kind.CLOSED, "the way to the node was closed");
        timer.cancel();
        Deque<S0Parcel> open = new ArrayDeque<>(waiting);
        current.ifPresent(open::addFirst);
        waiting.clear();
        current = Optional.empty();
        open.forEach(each -> {
            each.command.wipe();
            each.result.completeExceptionally(reason);
        });
        session.close();
    }

    /** A command on its way. */
    private static final class S0Parcel {
        final Secret command;
        final Runnable sealed;
        final CompletableFuture<Delivery> result = new CompletableFuture<>();
        int attempts;
        /** Counts questions and messages, so that only the acknowledgement of the last one counts. */
        int step;
        /** It was on the air with the rest of the command in it, at any time. */
        boolean mayHaveArrived;

        S0Parcel(Secret command, Runnable sealed) {
            this.command = command;
            this.sealed = sealed;
        }
    }
}
