package org.lockcredentials.matter.fabric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.crypto.FabricKeys;
import org.lockcredentials.matter.crypto.P256KeyPair;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.ManualScheduler;

class FabricStoreTest {

    private static final byte[] MESSAGE = {1, 2, 3};

    private final MemoryStateStore state = new MemoryStateStore();
    private final ManualScheduler clock = new ManualScheduler();
    private final FabricStore store = new FabricStore(state, clock);

    @Test
    void aFabricIsTheSameAfterARestart() {
        try (Fabric first = store.open(100);
                Fabric second = new FabricStore(state, clock).open(200)) {
            assertEquals(100, second.nodeId());
            assertEquals(first.fabricId(), second.fabricId());
            assertEquals(first.compressedFabricId(), second.compressedFabricId());
            assertEquals(first.ipkEpochKey(), second.ipkEpochKey());
            assertEquals(first.operationalIpk(), second.operationalIpk());
            assertArrayEquals(first.rcac(), second.rcac());
            assertArrayEquals(first.noc(), second.noc());
            byte[] issued = second.issue(P256KeyPair.generate().publicKey(), 7);
            first.verify(issued, Optional.empty(), 7);
        }
    }

    @Test
    void twoControllersHaveTwoFabrics() {
        try (Fabric mine = store.open(1);
                Fabric theirs = new FabricStore(new MemoryStateStore(), clock).open(1)) {
            assertNotEquals(mine.fabricId(), theirs.fabricId());
            assertNotEquals(mine.compressedFabricId(), theirs.compressedFabricId());
            assertNotEquals(mine.ipkEpochKey(), theirs.ipkEpochKey());
            refuses(mine, theirs.issue(P256KeyPair.generate().publicKey(), 7), 7);
        }
    }

    @Test
    void derivedValuesAreThoseOfTheSpecification() {
        try (Fabric fabric = store.open(1)) {
            assertEquals(FabricKeys.compressedFabricId(fabric.root(), fabric.fabricId()), fabric.compressedFabricId());
            assertEquals(
                    FabricKeys.operationalIpk(fabric.ipkEpochKey(), fabric.compressedFabricId()),
                    fabric.operationalIpk());
        }
    }

    /** A small computer without a battery begins in 1970 until the network tells it the time. */
    @Test
    void aClockThatIsBehindKeepsNobodyOut() {
        clock.advance(Duration.ofDays(10 * 365));
        byte[] issued;
        try (Fabric fabric = store.open(1)) {
            issued = fabric.issue(P256KeyPair.generate().publicKey(), 7);
        }
        try (Fabric fabric = new FabricStore(state, new ManualScheduler()).open(1)) {
            fabric.verify(issued, Optional.empty(), 7);
        }
    }

    @Test
    void itsOwnNodeProvesItself() {
        try (Fabric fabric = store.open(100)) {
            assertTrue(fabric.verify(fabric.noc(), fabric.icac(), 100).verifies(fabric.sign(MESSAGE), MESSAGE));
        }
    }

    @Test
    void aNodeIsTakenForNoOther() {
        try (Fabric fabric = store.open(100)) {
            byte[] issued = fabric.issue(P256KeyPair.generate().publicKey(), 7);
            refuses(fabric, issued, 8);
            refuses(fabric, fabric.rcac(), 7);
            refuses(fabric, new byte[0], 7);
            issued[issued.length - 10] ^= 1;
            refuses(fabric, issued, 7);
        }
    }

    @Test
    void idsAscendAndSkipTheControllersOwn() {
        try (Fabric fabric = store.open(2)) {
            assertEquals(1, store.allocateNodeId(fabric));
            assertEquals(3, store.allocateNodeId(fabric));
            assertEquals(4, new FabricStore(state, clock).allocateNodeId(fabric));
        }
    }

    @Test
    void whatCannotBeReadIsNeverReplaced() {
        state.write("matter/fabric", new byte[] {1, 2, 3});
        assertEquals(
                Reason.REJECTED,
                assertThrows(LockCredentialException.class, () -> store.open(1)).reason());
        assertArrayEquals(new byte[] {1, 2, 3}, state.read("matter/fabric").orElseThrow());
        state.delete("matter/fabric");
        try (Fabric fabric = store.open(1)) {
            for (byte[] number : List.of(new byte[0], new byte[3], new byte[4], new byte[5])) {
                state.write("matter/next-node", number);
                assertEquals(
                        Reason.REJECTED,
                        assertThrows(LockCredentialException.class, () -> store.allocateNodeId(fabric))
                                .reason());
            }
        }
    }

    @Test
    void keysOfAnotherFabricAreNoticed() throws DecodeException {
        try (FabricState one = Fabric.create(1, clock);
                FabricState two = Fabric.create(1, clock)) {
            FabricState otherRoot =
                    new FabricState(one.root(), two.rootKey(), one.node(), one.nodeKey(), one.ipkEpochKey());
            FabricState otherKey =
                    new FabricState(one.root(), one.rootKey(), one.node(), two.nodeKey(), one.ipkEpochKey());
            FabricState otherNode =
                    new FabricState(one.root(), one.rootKey(), two.node(), two.nodeKey(), one.ipkEpochKey());
            for (FabricState wrong : List.of(otherRoot, otherKey, otherNode)) {
                assertThrows(DecodeException.class, () -> Fabric.of(wrong, clock));
            }
            assertEquals(one, FabricState.decode(one.encode()));
        }
    }

    @Test
    void anIdThatNoNodeMayHaveIsTheCallersMistake() {
        assertThrows(IllegalArgumentException.class, () -> store.open(0));
    }

    @Test
    void closingWipesAndNothingIsShown() {
        Fabric fabric = store.open(1);
        String ipk = fabric.ipkEpochKey().use(HexFormat.of()::formatHex);
        assertFalse(fabric.toString().contains(ipk));
        fabric.close();
        assertTrue(fabric.ipkEpochKey().isWiped());
        assertTrue(fabric.operationalIpk().isWiped());
        assertThrows(IllegalStateException.class, () -> fabric.sign(MESSAGE));
        assertThrows(
                IllegalStateException.class,
                () -> fabric.issue(P256KeyPair.generate().publicKey(), 2));
    }

    @Test
    void aKeyOfAnotherSizeIsNone() throws DecodeException {
        try (FabricState one = Fabric.create(1, clock)) {
            FabricState shortKey =
                    new FabricState(one.root(), one.rootKey(), one.node(), one.nodeKey(), Secret.of(new byte[15]));
            assertThrows(DecodeException.class, () -> FabricState.decode(shortKey.encode()));
            assertThrows(DecodeException.class, () -> FabricState.decode(Tlv.structure(out -> out.unsigned(0, 2))));
        }
    }

    private static void refuses(Fabric fabric, byte[] noc, long nodeId) {
        ChannelException refused =
                assertThrows(ChannelException.class, () -> fabric.verify(noc, Optional.empty(), nodeId));
        assertEquals(ChannelException.Kind.UNTRUSTED, refused.kind());
    }
}
