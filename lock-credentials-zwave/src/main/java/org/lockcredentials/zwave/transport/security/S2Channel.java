package org.lockcredentials.zwave.transport.security;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.Scheduler.Cancellable;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.security.s2.Incoming;
import org.lockcredentials.zwave.security.s2.Outgoing;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;
import org.lockcredentials.zwave.transport.Delivery;
import org.lockcredentials.zwave.transport.Envelope;
import org.lockcredentials.zwave.transport.TransportException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands to and from one node by Security 2 (SDS13783 §3.6.5): one at a time on its way, each sent again with new entropy if the
 * node says that it could not read it.
 *
 * <p>Touched by tasks of the network's actor only.
 */
final class S2Channel implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(S2Channel.class);

    /** For entropy, once the node has the question. */
    private static final Duration NONCE_TIME = Duration.ofSeconds(2);
    /** As long a node that could not read a message may take to say so, before the next one is sent. */
    private static final Duration DOUBT = Duration.ofMillis(500);
    /** As long the last message is kept, for a node that takes longer. */
    private static final Duration KEPT = Duration.ofSeconds(2);

    /** For reports about earlier messages that are still on their way. */
    private static final Duration CALM = Duration.ofMillis(200);

    private static final int MOST_QUESTIONS = 3;
    private static final int MOST_REPETITIONS = 2;

    private final S2Session session;
    private final Actor actor;
    private final Carrier carrier;
    private final Answers answers;
    private final Unopened unopened = new Unopened();
    private final Deque<S2Parcel> waiting = new ArrayDeque<>();
    private Optional<S2Parcel> current = Optional.empty();
    private Optional<S2Parcel> last = Optional.empty();

    private Cancellable timer = () -> {};
    private Cancellable forgetting = () -> {};

    S2Channel(S2Session session, Actor actor, Carrier carrier) {
        this.session = session;
        this.actor = actor;
        this.carrier = carrier;
        this.answers = new Answers(carrier);
    }

    /** Other keys from now on; a message that came while there was none is offered to them. */
    void use(List<S2Key> keys) {
        session.use(keys);
        List<S2Parcel> keyless = Stream.concat(current.stream(), waiting.stream())
                .filter(parcel -> !keys.contains(parcel.key))
                .toList();
        waiting.removeAll(keyless);
        keyless.forEach(parcel -> fail(
                parcel, new TransportException(TransportException.Kind.UNREACHABLE, "its key is no longer in use")));
        unopened.take().forEach(this::received);
    }

    /**
     * Sends a command, which is this channel's to wipe.
     *
     * <p>Completes when the node has it and, if something is awaited of it, does not say that it could not read it. What was sent
     * and not acknowledged is sent once more as it was: a node that has it knows it by its number.
     */
    CompletableFuture<Delivery> send(S2Key key, Secret command, Envelope.Options options) {
        S2Parcel parcel = new S2Parcel(key, command, options);
        waiting.add(parcel);
        pump();
        return parcel.result;
    }

    void received(Command command) {
        if (command instanceof S2Nonce.Get get) {
            react(session.onNonceGet(get));
        } else if (command instanceof S2Nonce.Report report) {
            react(session.onNonceReport(report));
        } else if (command instanceof S2Message message) {
            Incoming incoming = session.onMessage(message);
            if (incoming instanceof Incoming.Ignored ignored && ignored.reason() == Incoming.Reason.NO_KEY) {
                unopened.hold(message);
            }
            react(incoming);
        }
    }

    private void react(Incoming incoming) {
        if (incoming instanceof Incoming.Opened opened) {
            opened(opened);
        } else if (incoming instanceof Incoming.NonceAsked asked) {
            answers.send(asked.reply());
        } else if (incoming instanceof Incoming.NonceReceived received) {
            nonceReceived(received.unread());
        } else if (incoming instanceof Incoming.OutOfSync lost) {
            log.debug("a message could not be read; {}", lost.begun() ? "its key is another" : "out of step");
            answers.send(lost.reply());
            carrier.unreadable(lost.begun());
        } else if (incoming instanceof Incoming.Ignored ignored) {
            log.trace("ignored: {}", ignored.reason());
        }
    }

    private void opened(Incoming.Opened opened) {
        opened.reply().ifPresent(answers::send);
        current.ifPresent(parcel -> {
            parcel.crossed |= opened.crossed();
            // What follows a message that crossed may have been on its way too.
            parcel.inStep = !parcel.crossed;
            if (parcel.inStep && parcel.acknowledged) {
                finish(parcel);
            }
        });
        opened.command().ifPresent(command -> {
            carrier.opened(command, SecureNode.protection(opened.key()));
            command.wipe();
        });
    }

    private void pump() {
        while (current.isEmpty() && !waiting.isEmpty()) {
            S2Parcel next = waiting.remove();
            current = Optional.of(next);
            encapsulate(next);
        }
    }

    private void encapsulate(S2Parcel parcel) {
        int length = parcel.command.length();
        if (length + S2Session.LEAST_OVERHEAD > carrier.room()) {
            fail(
                    parcel,
                    new TransportException(TransportException.Kind.TOO_LONG, length + " bytes do not fit one message"));
            return;
        }
        // A message without a command brings the entropy to the node where both do not fit.
        boolean entropyFirst = length + session.overhead(parcel.key) > carrier.room();
        Outgoing outgoing = session.encapsulate(parcel.key, entropyFirst ? Secret.of(new byte[0]) : parcel.command);
        if (outgoing instanceof Outgoing.Encapsulated encapsulated) {
            transmit(parcel, encapsulated.message(), entropyFirst);
        } else if (outgoing instanceof Outgoing.NonceNeeded needed) {
            ask(parcel, needed.request());
        }
    }

    private void ask(S2Parcel parcel, S2Nonce.Get question) {
        int asked = ++parcel.asked;
        parcel.awaitsNonce = true;
        notRead(parcel);
        carrier.send(question).whenComplete((delivery, failure) -> {
            if (!isCurrent(parcel) || !parcel.awaitsNonce || parcel.asked != asked) {
                return;
            }
            if (failure != null) {
                fail(parcel, failure);
                return;
            }
            timer.cancel();
            timer = actor.after(NONCE_TIME, () -> noNonce(parcel));
        });
    }

    private void noNonce(S2Parcel parcel) {
        if (parcel.asked < MOST_QUESTIONS) {
            encapsulate(parcel);
        } else {
            fail(parcel, new TransportException(TransportException.Kind.UNREACHABLE, "the node gives no nonce"));
        }
    }

    private void nonceReceived(boolean unread) {
        if (current.isPresent()) {
            S2Parcel parcel = current.get();
            if (parcel.awaitsNonce) {
                encapsulate(parcel);
            } else if (unread && parcel.sent <= MOST_REPETITIONS) {
                repeat(parcel);
            }
        } else if (unread && last.isPresent() && last.get().sent <= MOST_REPETITIONS) {
            S2Parcel repeated = last.get();
            last = Optional.empty();
            forgetting.cancel();
            current = Optional.of(repeated);
            encapsulate(repeated);
        }
    }

    /** Where the second time fails too, reports about several messages are on their way: the last one's entropy is the node's. */
    private void repeat(S2Parcel parcel) {
        notRead(parcel);
        if (parcel.sent == 1) {
            encapsulate(parcel);
            return;
        }
        parcel.repeating = true;
        timer = actor.after(CALM, () -> encapsulate(parcel));
    }

    /** What was heard of the last time that it was sent counts no more. */
    private void notRead(S2Parcel parcel) {
        timer.cancel();
        parcel.acknowledged = false;
        parcel.crossed = false;
        parcel.inStep = false;
    }

    private void transmit(S2Parcel parcel, S2Message message, boolean entropyFirst) {
        parcel.awaitsNonce = false;
        parcel.repeating = false;
        notRead(parcel);
        forgetLast();
        parcel.sent++;
        put(parcel, message, entropyFirst, true);
    }

    private void put(S2Parcel parcel, S2Message message, boolean entropyFirst, boolean first) {
        int sent = parcel.sent;
        carrier.send(message).whenComplete((delivery, failure) -> {
            parcel.mayHaveArrived |= !entropyFirst && TransportException.mayHaveArrived(failure);
            if (!isCurrent(parcel) || parcel.awaitsNonce || parcel.repeating || parcel.sent != sent) {
                return;
            }
            if (failure != null && !parcel.inStep) {
                if (first && TransportException.isUnacknowledged(failure)) {
                    put(parcel, message, entropyFirst, false);
                } else {
                    fail(parcel, failure);
                }
            } else if (entropyFirst) {
                parcel.sent--;
                encapsulate(parcel);
            } else {
                acknowledged(parcel);
            }
        });
    }

    private void acknowledged(S2Parcel parcel) {
        parcel.acknowledged = true;
        if (parcel.inStep || parcel.options.patience().isZero()) {
            finish(parcel);
        } else {
            timer = actor.after(DOUBT, () -> finish(parcel));
        }
    }

    private void finish(S2Parcel parcel) {
        timer.cancel();
        current = Optional.empty();
        forgetLast();
        last = Optional.of(parcel);
        forgetting = actor.after(KEPT, this::forgetLast);
        parcel.result.complete(Delivery.RECEIVED);
        pump();
    }

    private void fail(S2Parcel parcel, Throwable failure) {
        if (isCurrent(parcel)) {
            timer.cancel();
            current = Optional.empty();
        }
        parcel.command.wipe();
        parcel.result.completeExceptionally(TransportException.ofWhole(failure, parcel.mayHaveArrived));
        pump();
    }

    private void forgetLast() {
        forgetting.cancel();
        last.ifPresent(each -> each.command.wipe());
        last = Optional.empty();
    }

    private boolean isCurrent(S2Parcel parcel) {
        return current.filter(each -> each == parcel).isPresent();
    }

    /** Fails what is on its way with CLOSED. */
    @Override
    public void close() {
        TransportException reason =
                new TransportException(TransportException.Kind.CLOSED, "the way to the node was closed");
        timer.cancel();
        forgetLast();
        Deque<S2Parcel> open = new ArrayDeque<>(waiting);
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
    private static final class S2Parcel {
        final S2Key key;
        final Secret command;
        final Envelope.Options options;
        final CompletableFuture<Delivery> result = new CompletableFuture<>();
        int asked;
        /** How often it was sent; an acknowledgement counts for the last time only. */
        int sent;

        /** It was on the air with the command in it, at any time. */
        boolean mayHaveArrived;

        boolean awaitsNonce;
        boolean repeating;
        boolean acknowledged;
        /** The node spoke at the same time, so that it cannot have read this. */
        boolean crossed;
        /** The node has said something since that shows that it has read this. */
        boolean inStep;

        S2Parcel(S2Key key, Secret command, Envelope.Options options) {
            this.key = key;
            this.command = command;
            this.options = options;
        }
    }
}
