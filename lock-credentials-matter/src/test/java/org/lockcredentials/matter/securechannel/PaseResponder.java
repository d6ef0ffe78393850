package org.lockcredentials.matter.securechannel;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.Hashes;
import org.lockcredentials.matter.crypto.PasscodeKeys;
import org.lockcredentials.matter.crypto.PasscodeVerifier;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.crypto.Spake2PlusVerifier;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.session.SecureSession;

/** A commissionee's side of PASE, section 4.14.1.2, as far as tests need it. */
public final class PaseResponder implements ExchangeHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] SALT = "SPAKE2P Key Salt".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int ITERATIONS = 1000;

    private final TestNode node;
    private final PasscodeVerifier verifier;
    private final Consumer<SecureSession> established;
    private int busy;

    public PaseResponder(TestNode node, Secret passcode, Consumer<SecureSession> established) {
        this.node = node;
        this.established = established;
        try (PasscodeKeys keys = PasscodeKeys.derive(passcode, SALT, ITERATIONS)) {
            this.verifier = keys.verifier();
        }
    }

    /** Says so many times that it has no time. */
    void busy(int times) {
        busy = times;
    }

    @Override
    public boolean takesUnsecured() {
        return true;
    }

    @Override
    public void opened(Exchange exchange, Received first) {
        try {
            if (busy-- > 0) {
                StatusReport report = new StatusReport(
                        StatusReport.BUSY,
                        org.lockcredentials.matter.message.ProtocolId.SECURE_CHANNEL,
                        StatusReport.SESSION_BUSY,
                        new byte[] {(byte) 0xF4, 0x01});
                exchange.send(Opcode.STATUS_REPORT, report.encode());
                exchange.close();
                return;
            }
            answer(exchange, Handshake.expect(Opcode.PBKDF_PARAM_REQUEST, first));
        } catch (DecodeException malformed) {
            refuse(exchange);
        }
    }

    private void answer(Exchange exchange, byte[] asked) throws DecodeException {
        PbkdfParamRequest request = PbkdfParamRequest.decode(asked);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        int id = node.sessions.reserve();
        byte[] response = new PbkdfParamResponse(
                        request.random(),
                        random,
                        id,
                        Optional.of(new PbkdfParamResponse.Stretching(ITERATIONS, SALT)),
                        node.exchanges.parameters())
                .encode();
        byte[] context = Hashes.sha256(Pase.CONTEXT, asked, response);
        exchange.request(Opcode.PBKDF_PARAM_RESPONSE, response, PATIENCE).thenAccept(pake1 -> {
            try {
                verify(exchange, request, id, context, pake1);
            } catch (DecodeException malformed) {
                refuse(exchange);
            }
        });
    }

    private void verify(Exchange exchange, PbkdfParamRequest request, int id, byte[] context, Received received)
            throws DecodeException {
        Pake1 pake1 = Pake1.decode(Handshake.expect(Opcode.PAKE1, received));
        Spake2PlusVerifier spake = Spake2PlusVerifier.answer(verifier, context, pake1.share());
        exchange.request(Opcode.PAKE2, new Pake2(spake.share(), spake.confirmation()).encode(), PATIENCE)
                .thenAccept(answer -> {
                    try {
                        Pake3 pake3 = Pake3.decode(Handshake.expect(Opcode.PAKE3, answer));
                        finish(exchange, request, id, spake.finish(pake3.confirmation()));
                    } catch (DecodeException malformed) {
                        refuse(exchange);
                    }
                });
    }

    private void finish(Exchange exchange, PbkdfParamRequest request, int id, Optional<Secret> shared) {
        if (shared.isEmpty()) {
            refuse(exchange);
            return;
        }
        SecureSession session = new SecureSession(
                SecureSession.Ends.ofPase(id, request.sessionId(), false),
                SessionKeys.ofPase(shared.get()),
                exchange.session().peer(),
                node.sessions.counter());
        node.sessions.add(session);
        exchange.send(
                Opcode.STATUS_REPORT,
                StatusReport.of(StatusReport.SUCCESS, StatusReport.ESTABLISHED).encode());
        exchange.close();
        established.accept(session);
    }

    private static void refuse(Exchange exchange) {
        exchange.send(
                Opcode.STATUS_REPORT,
                StatusReport.of(StatusReport.FAILURE, StatusReport.INVALID_PARAMETER)
                        .encode());
        exchange.close();
    }
}
