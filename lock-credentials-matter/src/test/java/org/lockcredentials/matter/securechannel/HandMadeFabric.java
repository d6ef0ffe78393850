package org.lockcredentials.matter.securechannel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateAuthority;
import org.lockcredentials.matter.certificate.CertificateSigningRequest;
import org.lockcredentials.matter.certificate.ChainException;
import org.lockcredentials.matter.certificate.Intermediate;
import org.lockcredentials.matter.certificate.MatterCertificate;
import org.lockcredentials.matter.certificate.NocChain;
import org.lockcredentials.matter.cluster.Command;
import org.lockcredentials.matter.cluster.generalcommissioning.ArmFailSafe;
import org.lockcredentials.matter.cluster.generalcommissioning.CommissioningComplete;
import org.lockcredentials.matter.cluster.operationalcredentials.AddNoc;
import org.lockcredentials.matter.cluster.operationalcredentials.AddTrustedRootCertificate;
import org.lockcredentials.matter.cluster.operationalcredentials.CsrRequest;
import org.lockcredentials.matter.cluster.operationalcredentials.CsrResponse;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.exchange.LiveNode;
import org.lockcredentials.matter.interaction.InteractionClient;
import org.lockcredentials.matter.interaction.Invocation;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvStructure;
import org.lockcredentials.matter.tlv.TlvWriter;

/** A fabric that takes a node in with no more than CASE needs: no attestation, no access for others, no time. */
final class HandMadeFabric {

    static final long CONTROLLER = 0x1001;
    static final long LOCK = 0x12;

    private static final long ID = 0xFAB1;
    private static final int TEST_VENDOR = 0xFFF1;

    private final LiveNode node;
    private final CertificateAuthority root;
    private final Optional<CertificateAuthority> intermediate;
    private final Secret epochKey = Secret.of(new byte[16]);
    private final CertifiedMember member;

    HandMadeFabric(LiveNode node, boolean withIntermediate) throws ChainException {
        this.node = node;
        Instant now = Instant.now();
        this.root = CertificateAuthority.createRoot(1, now);
        this.intermediate = withIntermediate ? Optional.of(Intermediate.below(root, 2, now)) : Optional.empty();
        P256KeyPair pair = P256KeyPair.generate();
        MatterCertificate ours = issuer().issueNode(pair.publicKey(), ID, CONTROLLER, List.of(), now);
        NocChain chain = new NocChain(root.certificate(), intermediate.map(CertificateAuthority::certificate), ours);
        long compressed = FabricKeys.compressedFabricId(root.certificate().publicKey(), ID);
        this.member = new CertifiedMember(chain, pair, FabricKeys.operationalIpk(epochKey, compressed), Instant::now);
    }

    CertifiedMember member() {
        return member;
    }

    private CertificateAuthority issuer() {
        return intermediate.orElse(root);
    }

    /** Takes the node at the other end of a PASE session in; {@link #complete} must follow within a minute. */
    void takeIn(SecureSession pase) throws Exception {
        invoke(pase, new ArmFailSafe(Duration.ofSeconds(60), 1));
        byte[] nonce = new byte[32];
        node.random.nextBytes(nonce);
        CsrRequest request = new CsrRequest(nonce, false);
        TlvStructure answer = invoke(pase, request);
        CsrResponse response = request.type().fields().read(answer);
        byte[] der = Tlv.decodeStructure(response.elements()).bytes(1);
        CertificateSigningRequest csr = CertificateSigningRequest.decode(der);
        invoke(pase, new AddTrustedRootCertificate(root.certificate().encode()));
        byte[] noc = issuer().issueNode(csr.publicKey(), ID, LOCK, List.of(), Instant.now())
                .encode();
        invoke(
                pase,
                new AddNoc(
                        noc,
                        intermediate.map(above -> above.certificate().encode()),
                        epochKey,
                        CONTROLLER,
                        TEST_VENDOR));
    }

    void complete(SecureSession session) throws Exception {
        invoke(session, new CommissioningComplete());
    }

    TlvStructure invoke(SecureSession session, Command<?> command) throws Exception {
        return node.await(() -> begin(session, command));
    }

    private CompletableFuture<TlvStructure> begin(SecureSession session, Command<?> command) {
        byte[] fields =
                new TlvWriter().structure(Tag.ANONYMOUS, command::encode).takeBytes();
        try {
            return InteractionClient.over(node.exchanges, session)
                    .invoke(Invocation.of(command.type().at(0), Tlv.decodeStructure(fields)))
                    .thenApply(answer -> answer.map(data -> data.fields()).orElse(new TlvStructure(List.of())));
        } catch (DecodeException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
