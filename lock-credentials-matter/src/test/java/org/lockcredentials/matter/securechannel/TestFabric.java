package org.lockcredentials.matter.securechannel;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;

/** A fabric whose members know each other without certificates, for what does not depend on the rules for those. */
public final class TestFabric {

    static final long ID = 0x77;

    private final Secret ipk = Secret.of(new byte[16]);
    private final P256PublicKey root = P256KeyPair.generate().publicKey();
    private final Map<ByteBuffer, Long> members = new HashMap<>();

    /** A member. @param nodeId as others know it */
    public Member join(long nodeId) {
        Member member = new Member(nodeId, P256KeyPair.generate());
        members.put(ByteBuffer.wrap(member.noc()), nodeId);
        return member;
    }

    /** Somebody who has the fabric's keys and no certificate. */
    public Member stranger(long nodeId) {
        return new Member(nodeId, P256KeyPair.generate());
    }

    public final class Member implements CaseMember {

        private final long nodeId;
        private final P256KeyPair pair;
        private Optional<byte[]> icac = Optional.empty();

        /** Says by an empty string that there is no intermediate certificate. */
        Member withEmptyIcac() {
            icac = Optional.of(new byte[0]);
            return this;
        }

        private Member(long nodeId, P256KeyPair pair) {
            this.nodeId = nodeId;
            this.pair = pair;
        }

        @Override
        public long compressedFabricId() {
            return FabricKeys.compressedFabricId(root, ID);
        }

        @Override
        public long fabricId() {
            return ID;
        }

        @Override
        public long nodeId() {
            return nodeId;
        }

        @Override
        public P256PublicKey root() {
            return root;
        }

        @Override
        public Secret operationalIpk() {
            return ipk;
        }

        @Override
        public byte[] noc() {
            return pair.publicKey().bytes();
        }

        @Override
        public Optional<byte[]> icac() {
            return icac;
        }

        @Override
        public byte[] sign(byte[] message) {
            return pair.sign(message);
        }

        @Override
        public P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId) {
            try {
                if (members.getOrDefault(ByteBuffer.wrap(noc), -1L) == expectedNodeId) {
                    return P256PublicKey.of(noc);
                }
            } catch (DecodeException malformed) {
                throw new ChannelException(Kind.UNTRUSTED, "no key", malformed);
            }
            throw new ChannelException(Kind.UNTRUSTED, "no member, or another one");
        }
    }
}
