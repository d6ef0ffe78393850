package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.ChannelException;

/** Our place in a fabric, as CASE proves it to others, and our judgement of theirs. */
public interface CaseMember {

    /** The fabric's 64-bit name on the network, unsigned. */
    long compressedFabricId();

    /** All 64 bits. */
    long fabricId();

    /** Our node id in the fabric, all 64 bits. */
    long nodeId();

    /** The fabric's root. */
    P256PublicKey root();

    /** 16 bytes; not the caller's to wipe. */
    Secret operationalIpk();

    /** Our certificate in TLV. */
    byte[] noc();

    /** The certificate between ours and the root, if there is one. */
    Optional<byte[]> icac();

    /** 64 bytes, by the key of our certificate. */
    byte[] sign(byte[] message);

    /**
     * Holds the certificates of a node to every rule.
     *
     * @param expectedNodeId the node that they must be of, in our fabric
     * @return the node's key
     * @throws ChannelException UNTRUSTED
     */
    P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId);
}
