package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.crypto.SessionKeys;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.ExchangeManager;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.session.SecureSession;

/** One handshake of CASE, from Sigma1 to the session, section 4.14.2.2. */
final class CaseAttempt {

    private final ExchangeManager exchanges;
    private final Handshake handshake;
    private final Resumptions resumptions;
    private final CaseMember member;
    private final PeerNode node;
    private final byte[] nonce;
    private final P256KeyPair ephemeral;
    private final Optional<Resumption> earlier;
    private final byte[] sigma1;

    CaseAttempt(
            ExchangeManager exchanges,
            Handshake handshake,
            Resumptions resumptions,
            CaseMember member,
            PeerNode node,
            byte[] nonce) {
        this.exchanges = exchanges;
        this.handshake = handshake;
        this.resumptions = resumptions;
        this.member = member;
        this.node = node;
        this.nonce = nonce;
        // First, as it fails when our keys are gone, and nothing is there to be wiped yet.
        byte[] destination = FabricKeys.destinationId(
                member.operationalIpk(), nonce, member.root(), member.fabricId(), node.nodeId());
        this.ephemeral = P256KeyPair.generate();
        this.earlier = resumptions.find(node);
        this.sigma1 = sigma1(destination).encode();
    }

    CompletableFuture<SecureSession> run() {
        CompletableFuture<SecureSession> session =
                handshake.end(handshake.ask(Opcode.SIGMA1, sigma1).thenCompose(this::answered));
        session.whenComplete((done, failure) -> {
            ephemeral.close();
            earlier.ifPresent(resumption -> resumption.sharedSecret().wipe());
        });
        return session;
    }

    private Sigma1 sigma1(byte[] destination) {
        return new Sigma1(
                nonce,
                handshake.sessionId(),
                destination,
                ephemeral.publicKey().bytes(),
                exchanges.parameters(),
                earlier.map(resumption -> new Sigma1.Resumption(
                        resumption.id(),
                        SigmaKeys.SIGMA1_RESUME.prove(
                                resumption.sharedSecret(), SigmaKeys.resumptionSalt(nonce, resumption.id())))));
    }

    private CompletableFuture<SecureSession> answered(Received answer) {
        if (earlier.isPresent() && answer.is(ProtocolId.SECURE_CHANNEL, Opcode.SIGMA2_RESUME)) {
            return CompletableFuture.completedFuture(answer)
                    .thenApply(Handshake.reading(resume -> resumed(resume, earlier.get())));
        }
        return CompletableFuture.completedFuture(answer)
                .thenApply(Handshake.reading(this::identified))
                .thenCompose(this::prove);
    }

    private SecureSession resumed(Received answer, Resumption from) throws DecodeException {
        Sigma2Resume resume =
                Sigma2Resume.decode(answer.payload(), handshake.peer().parameters());
        byte[] salt = SigmaKeys.resumptionSalt(nonce, resume.resumptionId());
        if (!SigmaKeys.SIGMA2_RESUME.proves(from.sharedSecret(), salt, resume.mic())) {
            resumptions.forget(node);
            throw new ChannelException(Kind.UNTRUSTED, "the node cannot prove that it was part of the earlier session");
        }
        handshake.peer().parameters(resume.parameters());
        SecureSession session = session(
                resume.sessionId(),
                SessionKeys.ofResumption(from.sharedSecret(), SigmaKeys.resumptionSalt(nonce, from.id())));
        resumptions.keep(
                node, new Resumption(resume.resumptionId(), from.sharedSecret().copy()));
        handshake.confirm();
        return session;
    }

    /** What Sigma2 showed, and the secret that is shared since. */
    private record Identified(
            byte[] sigma2, int sessionId, byte[] publicKey, Secret shared, Optional<byte[]> resumptionId) {}

    private Identified identified(Received answer) throws DecodeException {
        byte[] bytes = Handshake.expect(Opcode.SIGMA2, answer);
        Sigma2 sigma2 = Sigma2.decode(bytes, handshake.peer().parameters());
        Secret shared = ephemeral.agree(P256PublicKey.of(sigma2.ephemeralPublicKey()));
        try {
            Optional<byte[]> resumptionId = verify(sigma2, shared);
            handshake.peer().parameters(sigma2.parameters());
            return new Identified(bytes, sigma2.sessionId(), sigma2.ephemeralPublicKey(), shared, resumptionId);
        } catch (DecodeException | RuntimeException failure) {
            shared.wipe();
            throw failure;
        }
    }

    private Optional<byte[]> verify(Sigma2 sigma2, Secret shared) throws DecodeException {
        byte[] salt =
                SigmaKeys.sigma2Salt(member.operationalIpk(), sigma2.random(), sigma2.ephemeralPublicKey(), sigma1);
        Optional<byte[]> plaintext = SigmaKeys.SIGMA2.decrypt(shared, salt, sigma2.encrypted());
        if (plaintext.isEmpty()) {
            throw new ChannelException(Kind.UNTRUSTED, "the node's identity is not encrypted for our fabric");
        }
        SignedIdentity identity = SignedIdentity.decode(plaintext.get());
        P256PublicKey theirs = member.verify(identity.noc(), identity.intermediate(), node.nodeId());
        if (!identity.isSignedBy(
                theirs, sigma2.ephemeralPublicKey(), ephemeral.publicKey().bytes())) {
            throw new ChannelException(Kind.UNTRUSTED, "the node has not the key of its certificate");
        }
        return identity.resumptionId();
    }

    private CompletableFuture<SecureSession> prove(Identified peer) {
        byte[] signature = member.sign(SignedIdentity.toBeSigned(
                member.noc(), member.icac(), ephemeral.publicKey().bytes(), peer.publicKey));
        byte[] identity = new SignedIdentity(member.noc(), member.icac(), signature, Optional.empty()).encode();
        byte[] salt = SigmaKeys.sigma3Salt(member.operationalIpk(), sigma1, peer.sigma2);
        byte[] sigma3 = new Sigma3(SigmaKeys.SIGMA3.encrypt(peer.shared, salt, identity)).encode();
        CompletableFuture<SecureSession> session = handshake
                .ask(Opcode.SIGMA3, sigma3)
                .thenApply(Handshake.reading(answer -> {
                    Handshake.expect(Opcode.STATUS_REPORT, answer);
                    return established(peer, sigma3);
                }));
        session.whenComplete((done, failure) -> peer.shared.wipe());
        return session;
    }

    private SecureSession established(Identified peer, byte[] sigma3) {
        peer.resumptionId.ifPresent(id -> resumptions.keep(node, new Resumption(id, peer.shared.copy())));
        return session(
                peer.sessionId, SigmaKeys.session(peer.shared, member.operationalIpk(), sigma1, peer.sigma2, sigma3));
    }

    private SecureSession session(int peerId, SessionKeys keys) {
        return new SecureSession(
                new SecureSession.Ends(handshake.sessionId(), peerId, true, member.nodeId(), Optional.of(node)),
                keys,
                handshake.peer(),
                exchanges.sessions().counter());
    }
}
