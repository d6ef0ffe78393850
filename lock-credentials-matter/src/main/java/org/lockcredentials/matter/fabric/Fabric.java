package org.lockcredentials.matter.fabric;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.CertificateAuthority;
import org.lockcredentials.matter.certificate.ChainException;
import org.lockcredentials.matter.certificate.MatterCertificate;
import org.lockcredentials.matter.certificate.NocChain;
import org.lockcredentials.matter.certificate.NodeIdentity;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.securechannel.CaseMember;
import org.lockcredentials.spi.Scheduler;

/**
 * A fabric with this controller as its root and as a node of it, Core specification section 2.5.1.
 *
 * <p>Safe for use by several threads. Closing wipes its keys; what needs one fails afterwards with {@link IllegalStateException}.
 */
public final class Fabric implements CaseMember, AutoCloseable {

    private static final int EPOCH_KEY = 16;

    private final CertificateAuthority authority;
    private final MatterCertificate node;
    private final P256KeyPair nodeKeys;
    private final NodeIdentity self;
    private final long compressedFabricId;
    private final Secret ipkEpochKey;
    private final Secret operationalIpk;
    private final Scheduler clock;

    private Fabric(FabricState state, NodeIdentity self, Scheduler clock) {
        this.authority = CertificateAuthority.of(state.root(), state.rootKey());
        this.node = state.node();
        this.nodeKeys = P256KeyPair.of(state.nodeKey());
        this.self = self;
        this.compressedFabricId = FabricKeys.compressedFabricId(state.root().publicKey(), self.fabricId());
        this.ipkEpochKey = state.ipkEpochKey().copy();
        this.operationalIpk = FabricKeys.operationalIpk(ipkEpochKey, compressedFabricId);
        this.clock = clock;
    }

    /** A fresh fabric with random names and keys. @param nodeId of this controller in it, an operational one */
    static FabricState create(long nodeId, Scheduler clock) {
        SecureRandom random = new SecureRandom();
        byte[] epochKey = new byte[EPOCH_KEY];
        random.nextBytes(epochKey);
        try (CertificateAuthority root = CertificateAuthority.createRoot(nonZero(random), clock.now());
                P256KeyPair nodeKeys = P256KeyPair.generate()) {
            MatterCertificate node =
                    root.issueNode(nodeKeys.publicKey(), nonZero(random), nodeId, List.of(), clock.now());
            return new FabricState(
                    root.certificate(), root.privateKey(), node, nodeKeys.privateKey(), Secret.taking(epochKey));
        }
    }

    /** @param state read at once, so the caller may wipe it. @throws DecodeException if its parts are not one fabric's */
    static Fabric of(FabricState state, Scheduler clock) throws DecodeException {
        try {
            NodeIdentity self = identity(new NocChain(state.root(), Optional.empty(), state.node()), clock);
            Fabric fabric = new Fabric(state, self, clock);
            if (!fabric.nodeKeys.publicKey().equals(self.publicKey())) {
                fabric.close();
                throw new DecodeException("a node key that is not the certificate's");
            }
            return fabric;
        } catch (ChainException broken) {
            throw new DecodeException("a certificate that breaks the rule " + broken.rule());
        } catch (IllegalArgumentException otherKey) {
            throw new DecodeException("a key that is not the certificate's");
        }
    }

    @Override
    public long compressedFabricId() {
        return compressedFabricId;
    }

    @Override
    public long fabricId() {
        return self.fabricId();
    }

    /** This controller's node id, the case administrator of nodes that it commissions. */
    @Override
    public long nodeId() {
        return self.nodeId();
    }

    @Override
    public P256PublicKey root() {
        return authority.certificate().publicKey();
    }

    /** The root certificate in TLV form, which AddTrustedRootCertificate carries. */
    public byte[] rcac() {
        return authority.certificate().encode();
    }

    @Override
    public byte[] noc() {
        return node.encode();
    }

    @Override
    public Optional<byte[]> icac() {
        return Optional.empty();
    }

    @Override
    public Secret operationalIpk() {
        return operationalIpk;
    }

    /** The 16-byte IPK that AddNOC carries; not the caller's to wipe. */
    public Secret ipkEpochKey() {
        return ipkEpochKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        return nodeKeys.sign(message);
    }

    /** The certificate in TLV form of a node that joins. @param nodeKey out of its request. @param nodeId allocated for it */
    public byte[] issue(P256PublicKey nodeKey, long nodeId) {
        return authority
                .issueNode(nodeKey, fabricId(), nodeId, List.of(), clock.now())
                .encode();
    }

    @Override
    public P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId) {
        try {
            Optional<MatterCertificate> intermediate =
                    icac.isPresent() ? Optional.of(MatterCertificate.decode(icac.get())) : Optional.empty();
            NodeIdentity identity =
                    identity(new NocChain(authority.certificate(), intermediate, MatterCertificate.decode(noc)), clock);
            if (identity.fabricId() != fabricId() || identity.nodeId() != expectedNodeId) {
                throw untrusted("the certificate is another node's");
            }
            return identity.publicKey();
        } catch (DecodeException malformed) {
            throw untrusted("no certificate: " + malformed.getMessage());
        } catch (ChainException broken) {
            throw untrusted("a certificate breaks the rule " + broken.rule());
        }
    }

    @Override
    public void close() {
        authority.close();
        nodeKeys.close();
        ipkEpochKey.wipe();
        operationalIpk.wipe();
    }

    /** All below this root was issued here, so a certificate that has not begun tells that the clock is behind. */
    private static NodeIdentity identity(NocChain chain, Scheduler clock) throws ChainException {
        Instant now = clock.now();
        Instant issued = chain.node().begins();
        return chain.verify(now.isBefore(issued) ? issued : now);
    }

    private static ChannelException untrusted(String why) {
        return new ChannelException(ChannelException.Kind.UNTRUSTED, why);
    }

    private static long nonZero(SecureRandom random) {
        return random.nextLong() | 1;
    }
}
