package org.lockcredentials.matter.securechannel;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.P256PublicKey;

/** A member that answers in the place of another. */
record PretendedId(CaseMember member, long nodeId) implements CaseMember {

    @Override
    public long compressedFabricId() {
        return member.compressedFabricId();
    }

    @Override
    public long fabricId() {
        return member.fabricId();
    }

    @Override
    public P256PublicKey root() {
        return member.root();
    }

    @Override
    public Secret operationalIpk() {
        return member.operationalIpk();
    }

    @Override
    public byte[] noc() {
        return member.noc();
    }

    @Override
    public Optional<byte[]> icac() {
        return member.icac();
    }

    @Override
    public byte[] sign(byte[] message) {
        return member.sign(message);
    }

    @Override
    public P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId) {
        return member.verify(noc, icac, expectedNodeId);
    }
}
