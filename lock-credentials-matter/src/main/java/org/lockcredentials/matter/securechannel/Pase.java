package org.lockcredentials.matter.securechannel;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Hashes;
import org.lockcredentials.matter.crypto.PasscodeKeys;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.crypto.Spake2PlusProver;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/**
 * Sessions with nodes that are in no fabric of ours yet, by their passcode: the initiator of PASE, section 4.14.1.
 *
 * <p>Used by tasks of the exchanges' actor only.
 */
public final class Pase {

    static final byte[] CONTEXT = "CHIP PAKE V1 Commissioning".getBytes(US_ASCII);

    private final ExchangeManager exchanges;
    private final Executor executor;
    private final SecureRandom random;

    /** @param executor where the passcode is stretched, which takes long enough to hold up the actor */
    public Pase(ExchangeManager exchanges, Executor executor, SecureRandom random) {
        this.exchanges = exchanges;
        this.executor = executor;
        this.random = random;
    }

    /**
     * Agrees on a session with the node at an address.
     *
     * <p>Completes with the session, as a task of the actor; with a {@link ChannelException}: TIMEOUT if the node is silent, BUSY
     * if it said so repeatedly, WRONG_PASSCODE, REFUSED, PROTOCOL, CLOSED.
     *
     * @param hints what discovery told of the node, else {@link SessionParameters#DEFAULT}
     * @param passcode 1 to 8 digits; a copy of it is held until the session is there
     */
    public CompletableFuture<SecureSession> establish(
            InetSocketAddress address, SessionParameters hints, Secret passcode) {
        Secret held = passcode.copy();
        CompletableFuture<SecureSession> session =
                new Patience(exchanges).ask(() -> new Attempt(address, hints, held).run());
        session.whenComplete((done, failure) -> held.wipe());
        return session;
    }

    private final class Attempt {

        private final Handshake handshake;
        private final Secret passcode;
        private final byte[] request;
        private final byte[] nonce = new byte[PbkdfParamRequest.RANDOM];

        Attempt(InetSocketAddress address, SessionParameters hints, Secret passcode) {
            this.handshake = new Handshake(exchanges, exchanges.sessions().unsecuredTo(address, hints));
            this.passcode = passcode;
            random.nextBytes(nonce);
            this.request =
                    new PbkdfParamRequest(nonce, handshake.sessionId(), 0, false, exchanges.parameters()).encode();
        }

        CompletableFuture<SecureSession> run() {
            return handshake.end(handshake
                    .ask(Opcode.PBKDF_PARAM_REQUEST, request)
                    .thenApply(Handshake.reading(this::stretching))
                    .thenCompose(this::prove));
        }

        /** What the node said, as it said it. */
        private record Parameters(byte[] bytes, PbkdfParamResponse decoded) {}

        private Parameters stretching(Received answer) throws DecodeException {
            byte[] bytes = Handshake.expect(Opcode.PBKDF_PARAM_RESPONSE, answer);
            PbkdfParamResponse response =
                    PbkdfParamResponse.decode(bytes, handshake.peer().parameters());
            if (!Arrays.equals(response.initiatorRandom(), nonce)) {
                throw new DecodeException("the answer is not to this request");
            }
            if (response.stretching().isEmpty()) {
                throw new DecodeException("the parameters that were asked for are missing");
            }
            handshake.peer().parameters(response.parameters());
            return new Parameters(bytes, response);
        }

        private CompletableFuture<SecureSession> prove(Parameters parameters) {
            PbkdfParamResponse.Stretching stretching =
                    parameters.decoded.stretching().orElseThrow();
            byte[] context = Hashes.sha256(CONTEXT, request, parameters.bytes);
            return CompletableFuture.supplyAsync(
                            () -> PasscodeKeys.derive(passcode, stretching.salt(), stretching.iterations()), executor)
                    .thenComposeAsync(
                            keys -> {
                                try (keys) {
                                    return prove(Spake2PlusProver.start(keys, context), parameters.decoded.sessionId());
                                }
                            },
                            exchanges.actor());
        }

        private CompletableFuture<SecureSession> prove(Spake2PlusProver prover, int peerId) {
            return handshake
                    .ask(Opcode.PAKE1, new Pake1(prover.share()).encode())
                    .thenApply(Handshake.reading(answer -> {
                        Pake2 pake2 = Pake2.decode(Handshake.expect(Opcode.PAKE2, answer));
                        return prover.finish(pake2.share(), pake2.confirmation());
                    }))
                    .thenCompose(proof -> confirm(proof, peerId));
        }

        private CompletableFuture<SecureSession> confirm(Optional<Spake2PlusProver.Proof> proof, int peerId) {
            if (proof.isEmpty()) {
                throw new ChannelException(Kind.WRONG_PASSCODE, "the node has another passcode");
            }
            Secret shared = proof.get().sharedKey();
            return handshake
                    .ask(Opcode.PAKE3, new Pake3(proof.get().confirmation()).encode())
                    .thenApply(Handshake.reading(answer -> {
                        Handshake.expect(Opcode.STATUS_REPORT, answer);
                        return new SecureSession(
                                SecureSession.Ends.ofPase(handshake.sessionId(), peerId, true),
                                SessionKeys.ofPase(shared),
                                handshake.peer(),
                                exchanges.sessions().counter());
                    }))
                    .whenComplete((session, failure) -> shared.wipe());
        }
    }
}
