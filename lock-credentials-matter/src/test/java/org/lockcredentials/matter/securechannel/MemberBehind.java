package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** A member that leaves to another all that it does not say itself. */
interface MemberBehind extends CaseMember {

    CaseMember member();

    @Override
    default long nodeId() {
        return member().nodeId();
    }

    @Override
    default long compressedFabricId() {
        return member().compressedFabricId();
    }

    @Override
    default long fabricId() {
        return member().fabricId();
    }

    @Override
    default P256PublicKey root() {
        return member().root();
    }

    @Override
    default Secret operationalIpk() {
        return member().operationalIpk();
    }

    @Override
    default byte[] noc() {
        return member().noc();
    }

    @Override
    default Optional<byte[]> icac() {
        return member().icac();
    }

    @Override
    default byte[] sign(byte[] message) {
        return member().sign(message);
    }

    @Override
    default P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId) {
        return member().verify(noc, icac, expectedNodeId);
    }
}
