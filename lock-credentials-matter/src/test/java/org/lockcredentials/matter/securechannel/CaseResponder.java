package org.lockcredentials.matter.securechannel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.exchange.Exchange;
import org.lockcredentials.matter.exchange.ExchangeHandler;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.exchange.TestNode;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/** A node's side of CASE, section 4.14.2.2, as far as tests need it: one initiator, one resumption. */
public final class CaseResponder implements ExchangeHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestNode node;
    private final CaseMember member;
    private final long initiatorNodeId;
    private final List<SecureSession> established = new ArrayList<>();
    private Optional<Resumption> resumption = Optional.empty();
    private int resumed;
    private int wrongProofs;
    private int busy;
    private boolean signsEmptyField = true;

    public CaseResponder(TestNode node, CaseMember member, long initiatorNodeId) {
        this.node = node;
        this.member = member;
        this.initiatorNodeId = initiatorNodeId;
    }

    public List<SecureSession> established() {
        return established;
    }

    /** How many of the sessions were resumed. */
    int resumed() {
        return resumed;
    }

    /** Forgets all, as a node does that is started again without what it kept. */
    void forget() {
        resumption = Optional.empty();
        List.copyOf(established).forEach(node.sessions::close);
    }

    /** Resumes so many times without being able to prove it. */
    void proveWrongly(int times) {
        wrongProofs = times;
    }

    /** Has no time for so many attempts. */
    public void busy(int times) {
        busy = times;
    }

    /** Leaves an empty intermediate certificate out of what it signs, though not out of what it sends. */
    void signWithoutEmptyField() {
        signsEmptyField = false;
    }

    @Override
    public boolean takesUnsecured() {
        return true;
    }

    @Override
    public void opened(Exchange exchange, Received first) {
        if (busy-- > 0) {
            byte[] halfASecond = {(byte) 0xF4, 0x01};
            exchange.send(
                    Opcode.STATUS_REPORT,
                    new StatusReport(
                                    StatusReport.BUSY,
                                    ProtocolId.SECURE_CHANNEL,
                                    StatusReport.SESSION_BUSY,
                                    halfASecond)
                            .encode());
            exchange.close();
            return;
        }
        try {
            byte[] bytes = Handshake.expect(Opcode.SIGMA1, first);
            Sigma1 sigma1 = Sigma1.decode(bytes);
            byte[] destination = FabricKeys.destinationId(
                    member.operationalIpk(), sigma1.random(), member.root(), member.fabricId(), member.nodeId());
            if (!Arrays.equals(destination, sigma1.destinationId())) {
                report(exchange, StatusReport.FAILURE, StatusReport.NO_SHARED_TRUST_ROOTS);
            } else if (mayResume(sigma1)) {
                resume(exchange, sigma1);
            } else {
                identify(exchange, sigma1, bytes);
            }
        } catch (DecodeException malformed) {
            report(exchange, StatusReport.FAILURE, StatusReport.INVALID_PARAMETER);
        }
    }

    private boolean mayResume(Sigma1 sigma1) {
        return sigma1.resumption().isPresent()
                && resumption.isPresent()
                && Arrays.equals(
                        sigma1.resumption().get().id(), resumption.get().id())
                && SigmaKeys.SIGMA1_RESUME.proves(
                        resumption.get().sharedSecret(),
                        SigmaKeys.resumptionSalt(
                                sigma1.random(), resumption.get().id()),
                        sigma1.resumption().get().mic());
    }

    private void resume(Exchange exchange, Sigma1 sigma1) {
        Resumption old = resumption.orElseThrow();
        Resumption next = new Resumption(random(16), old.sharedSecret());
        byte[] mic =
                SigmaKeys.SIGMA2_RESUME.prove(old.sharedSecret(), SigmaKeys.resumptionSalt(sigma1.random(), next.id()));
        if (wrongProofs-- > 0) {
            mic[0] ^= 1;
        }
        int id = node.sessions.reserve();
        SecureSession session = session(
                exchange,
                id,
                sigma1.sessionId(),
                SessionKeys.ofResumption(old.sharedSecret(), SigmaKeys.resumptionSalt(sigma1.random(), old.id())));
        exchange.request(
                        Opcode.SIGMA2_RESUME,
                        new Sigma2Resume(next.id(), mic, id, SessionParameters.DEFAULT).encode(),
                        PATIENCE)
                .thenAccept(report -> {
                    exchange.close();
                    if (isEstablished(report)) {
                        resumption = Optional.of(next);
                        resumed++;
                        established.add(session);
                        node.sessions.add(session);
                    }
                });
    }

    private static boolean isEstablished(Received report) {
        try {
            return report.is(ProtocolId.SECURE_CHANNEL, Opcode.STATUS_REPORT)
                    && StatusReport.decode(report.payload()).isEstablished();
        } catch (DecodeException malformed) {
            return false;
        }
    }

    private void identify(Exchange exchange, Sigma1 sigma1, byte[] bytes1) throws DecodeException {
        P256KeyPair ephemeral = P256KeyPair.generate();
        byte[] ours = ephemeral.publicKey().bytes();
        byte[] theirs = sigma1.ephemeralPublicKey();
        Secret shared = ephemeral.agree(P256PublicKey.of(theirs));
        byte[] random = random(32);
        byte[] resumptionId = random(16);
        Optional<byte[]> signed = member.icac().filter(icac -> signsEmptyField || icac.length > 0);
        byte[] signature = member.sign(SignedIdentity.toBeSigned(member.noc(), signed, ours, theirs));
        byte[] identity =
                new SignedIdentity(member.noc(), member.icac(), signature, Optional.of(resumptionId)).encode();
        byte[] encrypted = SigmaKeys.SIGMA2.encrypt(
                shared, SigmaKeys.sigma2Salt(member.operationalIpk(), random, ours, bytes1), identity);
        int id = node.sessions.reserve();
        byte[] bytes2 = new Sigma2(random, id, ours, encrypted, SessionParameters.DEFAULT).encode();
        exchange.request(Opcode.SIGMA2, bytes2.clone(), PATIENCE).thenAccept(answer -> {
            try {
                byte[] bytes3 = Handshake.expect(Opcode.SIGMA3, answer);
                check(Sigma3.decode(bytes3), shared, bytes1, bytes2, theirs, ours);
                SessionKeys keys = SigmaKeys.session(shared, member.operationalIpk(), bytes1, bytes2, bytes3);
                SecureSession session = session(exchange, id, sigma1.sessionId(), keys);
                node.sessions.add(session);
                established.add(session);
                resumption = Optional.of(new Resumption(resumptionId, shared));
                report(exchange, StatusReport.SUCCESS, StatusReport.ESTABLISHED);
            } catch (DecodeException refused) {
                report(exchange, StatusReport.FAILURE, StatusReport.INVALID_PARAMETER);
            }
        });
    }

    private void check(Sigma3 sigma3, Secret shared, byte[] bytes1, byte[] bytes2, byte[] theirs, byte[] ours)
            throws DecodeException {
        byte[] salt = SigmaKeys.sigma3Salt(member.operationalIpk(), bytes1, bytes2);
        byte[] plaintext = SigmaKeys.SIGMA3
                .decrypt(shared, salt, sigma3.encrypted())
                .orElseThrow(() -> new DecodeException("not encrypted for us"));
        SignedIdentity identity = SignedIdentity.decode(plaintext);
        P256PublicKey initiator = member.verify(identity.noc(), identity.intermediate(), initiatorNodeId);
        if (!identity.isSignedBy(initiator, theirs, ours)) {
            throw new DecodeException("not signed by its key");
        }
    }

    private SecureSession session(Exchange exchange, int id, int peerId, SessionKeys keys) {
        return new SecureSession(
                new SecureSession.Ends(
                        id,
                        peerId,
                        false,
                        member.nodeId(),
                        Optional.of(new PeerNode(member.compressedFabricId(), initiatorNodeId))),
                keys,
                exchange.session().peer(),
                node.sessions.counter());
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        node.random.nextBytes(bytes);
        return bytes;
    }

    private static void report(Exchange exchange, int general, int code) {
        exchange.send(Opcode.STATUS_REPORT, StatusReport.of(general, code).encode());
        exchange.close();
    }
}
