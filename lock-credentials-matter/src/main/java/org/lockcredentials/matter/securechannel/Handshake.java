package org.lockcredentials.matter.securechannel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.Peer;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.UnsecuredSession;

/** The exchange in which one session is agreed on, from the initiator's side, and the number that the session is to have. */
final class Handshake {

    /** A small device needs some seconds for a point multiplication. */
    private static final Duration PROCESSING = Duration.ofSeconds(30);

    private final ExchangeManager exchanges;
    private final UnsecuredSession session;
    private final Exchange exchange;
    private final int sessionId;

    Handshake(ExchangeManager exchanges, UnsecuredSession session) {
        this.exchanges = exchanges;
        this.session = session;
        this.exchange = exchanges.open(session, ProtocolId.SECURE_CHANNEL);
        this.sessionId = exchanges.sessions().reserve();
    }

    /** Our number of the session to come. */
    int sessionId() {
        return sessionId;
    }

    Peer peer() {
        return session.peer();
    }

    /** A step that reads what came from outside. */
    interface Reading<A, B> {

        B apply(A input) throws DecodeException;
    }

    /** The step for a chain of futures: what cannot be read fails as PROTOCOL. */
    static <A, B> Function<A, B> reading(Reading<A, B> step) {
        return input -> {
            try {
                return step.apply(input);
            } catch (DecodeException malformed) {
                throw new ChannelException(Kind.PROTOCOL, "the node's message is malformed", malformed);
            }
        };
    }

    /**
     * Sends a message and completes with the answer, or fails with what a status report in its place means.
     *
     * @param payload is left as it is
     */
    CompletableFuture<Received> ask(int opcode, byte[] payload) {
        return exchange.request(opcode, payload.clone(), PROCESSING).thenApply(reading(Handshake::checked));
    }

    private static Received checked(Received answer) throws DecodeException {
        if (answer.is(ProtocolId.SECURE_CHANNEL, Opcode.STATUS_REPORT)) {
            StatusReport report = StatusReport.decode(answer.payload());
            if (!report.isEstablished()) {
                throw report.asFailure();
            }
        }
        return answer;
    }

    /** The payload of an answer that must be this message. */
    static byte[] expect(int opcode, Received answer) throws DecodeException {
        if (!answer.is(ProtocolId.SECURE_CHANNEL, opcode)) {
            throw new DecodeException("opcode " + answer.opcode() + " in place of " + opcode);
        }
        return answer.payload();
    }

    /** Tells the other end that the session is there, and goes on without waiting for its acknowledgement. */
    void confirm() {
        exchange.send(
                Opcode.STATUS_REPORT,
                StatusReport.of(StatusReport.SUCCESS, StatusReport.ESTABLISHED).encode());
    }

    /** Completes with the session, which is in the table then, or with a {@link ChannelException}; the exchange is over in either case. */
    CompletableFuture<SecureSession> end(CompletableFuture<SecureSession> agreed) {
        CompletableFuture<SecureSession> result = new CompletableFuture<>();
        agreed.whenComplete((secure, failure) -> {
            if (failure == null) {
                exchanges.sessions().add(secure);
                exchange.close();
                result.complete(secure);
            } else {
                Throwable cause = unwrapped(failure);
                exchanges.sessions().release(sessionId);
                if (isOurs(cause)) {
                    exchange.send(
                            Opcode.STATUS_REPORT,
                            StatusReport.of(StatusReport.FAILURE, StatusReport.INVALID_PARAMETER)
                                    .encode());
                }
                exchange.close();
                result.completeExceptionally(cause);
            }
        });
        return result;
    }

    /** Gives back what was taken for an attempt that cannot begin; the node heard nothing of it. */
    void abandon() {
        exchanges.sessions().release(sessionId);
        exchange.close();
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RejectedExecutionException
                ? new ChannelException(Kind.CLOSED, "the executor takes no more work", cause)
                : cause;
    }

    /** True if the other end waits and does not know yet that nothing comes. */
    private static boolean isOurs(Throwable cause) {
        return !(cause instanceof ChannelException known)
                || known.kind() == Kind.PROTOCOL
                || known.kind() == Kind.WRONG_PASSCODE
                || known.kind() == Kind.UNTRUSTED;
    }
}
