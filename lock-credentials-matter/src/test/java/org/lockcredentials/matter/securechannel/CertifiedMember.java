package org.lockcredentials.matter.securechannel;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.certificate.ChainException;
import org.lockcredentials.matter.certificate.MatterCertificate;
import org.lockcredentials.matter.certificate.NocChain;
import org.lockcredentials.matter.certificate.NodeIdentity;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;

/** A place in a fabric whose certificates may stand below an intermediate one. */
public final class CertifiedMember implements CaseMember {

    private final NocChain ours;
    private final NodeIdentity identity;
    private final P256KeyPair pair;
    private final Secret operationalIpk;
    private final Supplier<Instant> clock;
    private final long compressedFabricId;
    private final byte[] noc;
    private final Optional<byte[]> icac;

    /**
     * A member of the fabric that its certificates name.
     *
     * @param pair of our certificate; stays the caller's to close
     * @param operationalIpk 16 bytes; stays the caller's to wipe
     * @param clock the wall clock
     * @throws ChainException if our own certificates break a rule
     */
    public CertifiedMember(NocChain ours, P256KeyPair pair, Secret operationalIpk, Supplier<Instant> clock)
            throws ChainException {
        this.ours = ours;
        this.identity = ours.verify(clock.get());
        this.pair = pair;
        this.operationalIpk = operationalIpk;
        this.clock = clock;
        this.compressedFabricId = FabricKeys.compressedFabricId(ours.root().publicKey(), identity.fabricId());
        this.noc = ours.node().encode();
        this.icac = ours.intermediate().map(MatterCertificate::encode);
    }

    @Override
    public long compressedFabricId() {
        return compressedFabricId;
    }

    @Override
    public long fabricId() {
        return identity.fabricId();
    }

    @Override
    public long nodeId() {
        return identity.nodeId();
    }

    @Override
    public P256PublicKey root() {
        return ours.root().publicKey();
    }

    @Override
    public Secret operationalIpk() {
        return operationalIpk;
    }

    @Override
    public byte[] noc() {
        return noc.clone();
    }

    @Override
    public Optional<byte[]> icac() {
        return icac.map(byte[]::clone);
    }

    @Override
    public byte[] sign(byte[] message) {
        return pair.sign(message);
    }

    @Override
    public P256PublicKey verify(byte[] theirNoc, Optional<byte[]> theirIcac, long expectedNodeId) {
        NodeIdentity theirs = verified(theirNoc, theirIcac);
        if (theirs.fabricId() != identity.fabricId() || theirs.nodeId() != expectedNodeId) {
            throw new ChannelException(Kind.UNTRUSTED, "the node's certificate is of another node");
        }
        return theirs.publicKey();
    }

    private NodeIdentity verified(byte[] theirNoc, Optional<byte[]> theirIcac) {
        try {
            Optional<MatterCertificate> intermediate =
                    theirIcac.isPresent() ? Optional.of(MatterCertificate.decode(theirIcac.get())) : Optional.empty();
            return new NocChain(ours.root(), intermediate, MatterCertificate.decode(theirNoc)).verify(clock.get());
        } catch (ChainException | DecodeException broken) {
            throw new ChannelException(Kind.UNTRUSTED, "the node's certificates do not hold", broken);
        }
    }
}
