package org.lockcredentials.matter.securechannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.cluster.generalcommissioning.ArmFailSafe;
import org.lockcredentials.matter.crypto.P256PublicKey;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.ChannelException.Kind;
import org.lockcredentials.matter.exchange.LiveNode;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.matter.session.SecureSession;
import org.lockcredentials.matter.session.SessionParameters;

/** Sessions with matter.js's lock. */
class SecureChannelIT {

    @TempDir
    private Path folder;

    private final LiveNode node = new LiveNode();
    private final SecureChannel channel = SecureChannel.over(node.exchanges);
    private final Case cases = new Case(node.exchanges, new Resumptions(node.store, node.executor), node.random);
    private final AtomicInteger verified = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        node.await(() -> {
            channel.closeAll();
            return CompletableFuture.completedFuture(null);
        });
        node.close();
    }

    private SecureSession pase(MatterJsLock lock, String passcode) throws Exception {
        return node.await(() -> new Pase(node.exchanges, node.executor, node.random)
                .establish(lock.address(), SessionParameters.DEFAULT, Secret.of(passcode)));
    }

    private SecureSession establish(CaseMember member, MatterJsLock lock) throws Exception {
        return node.await(
                () -> cases.establish(member, HandMadeFabric.LOCK, lock.address(), SessionParameters.DEFAULT));
    }

    /** The fabric's member, with how often it is asked to hold certificates to the rules. */
    private CaseMember counting(CaseMember member) {
        return new CountedMember(member, verified);
    }

    @Test
    void thePasscodeOpensTheLockToUsAndAnotherDoesNot() throws Exception {
        try (MatterJsLock lock = MatterJsLock.start("{}")) {
            ExecutionException wrong = assertThrows(ExecutionException.class, () -> pase(lock, "20202022"));
            assertEquals(Kind.WRONG_PASSCODE, ((ChannelException) wrong.getCause()).kind());
            SecureSession session = pase(lock, "20202021");
            assertTrue(session.isOpen());
            assertEquals(Optional.empty(), session.node());
        }
        for (Dropped reason : Dropped.values()) {
            assertEquals(0, node.exchanges.drops().of(reason), reason.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void certificatesOpenTheLockAndTheNextSessionIsResumed(boolean withIntermediate) throws Exception {
        HandMadeFabric fabric = new HandMadeFabric(node, withIntermediate);
        CaseMember member = counting(fabric.member());
        try (MatterJsLock lock = MatterJsLock.start("{}")) {
            fabric.takeIn(pase(lock, "20202021"));
            SecureSession first = establish(member, lock);
            fabric.complete(first);
            assertEquals(1, verified.get());
            assertEquals(1, lock.fabrics().size());

            node.await(() -> {
                channel.close(first);
                return CompletableFuture.completedFuture(null);
            });
            assertFalse(first.isOpen());
            SecureSession second = establish(member, lock);
            assertEquals(1, verified.get(), "no certificate was shown");
            fabric.invoke(second, new ArmFailSafe(Duration.ZERO, 0));
        }
    }

    @Test
    void aLockThatLostItsSessionsIsAskedForAnother() throws Exception {
        HandMadeFabric fabric = new HandMadeFabric(node, false);
        CaseMember member = counting(fabric.member());
        try (MatterJsLock lock = MatterJsLock.start("{'storage':'%s'}".formatted(folder))) {
            fabric.takeIn(pase(lock, "20202021"));
            SecureSession session = establish(member, lock);
            fabric.complete(session);
            lock.cutPower();
            ArmFailSafe harmless = new ArmFailSafe(Duration.ZERO, 0);
            ExecutionException lost = assertThrows(ExecutionException.class, () -> fabric.invoke(session, harmless));
            Kind kind = ((ChannelException) lost.getCause()).kind();
            assertTrue(kind == Kind.TIMEOUT || kind == Kind.SESSION_CLOSED, kind.toString());
            assertFalse(session.isOpen());
            fabric.invoke(establish(member, lock), harmless);
        }
    }

    private record CountedMember(CaseMember member, AtomicInteger verified) implements MemberBehind {

        @Override
        public P256PublicKey verify(byte[] noc, Optional<byte[]> icac, long expectedNodeId) {
            verified.incrementAndGet();
            return member.verify(noc, icac, expectedNodeId);
        }
    }
}
