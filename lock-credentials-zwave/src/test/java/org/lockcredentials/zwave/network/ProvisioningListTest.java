package org.lockcredentials.zwave.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.inclusion.InclusionStage;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.bootstrap.BootstrapStep;

/** What is kept of nodes that may join, that are joining, and that broke. */
final class ProvisioningListTest {

    private static final Dsk.Whole DSK = (Dsk.Whole) Dsk.parse("51525-35455-41424-34445-31323-33435-21222-32425");
    private static final ProvisionedNode ENTRY = new ProvisionedNode(
            new SmartStartCode(true, 6, DSK, List.of()),
            Set.of(SecurityClass.S2_ACCESS_CONTROL_LR, SecurityClass.S2_AUTHENTICATED_LR),
            true,
            OptionalInt.empty(),
            Optional.empty());

    private final MemoryStore store = new MemoryStore();
    private final ProvisioningList list = new ProvisioningList(store, "zwave/cafebabe");

    @Test
    void anEntryOutlivesTheBackendAsItIs() {
        for (ProvisionedNode entry :
                List.of(ENTRY, ENTRY.joined(300), ENTRY.broken(Optional.of(InclusionStage.KEX_ECHO)))) {
            list.keep(entry);
            assertEquals(List.of(entry), new ProvisioningList(store, "zwave/cafebabe").all());
        }
        list.remove(DSK);
        assertEquals(List.of(), list.all());
    }

    @Test
    void aNodeThatHasLeftMayJoinAgain() {
        list.keep(ENTRY.joined(300));
        list.left(299);
        assertEquals(OptionalInt.of(300), list.all().get(0).nodeId());
        list.left(300);
        assertEquals(ENTRY, list.all().get(0));
    }

    @Test
    void theNameOfAnEntryHoldsNoPin() {
        list.keep(ENTRY);
        assertFalse(store.keys("zwave").get(0).contains("c945"));
    }

    @Test
    void whatIsMalformedIsAsGoodAsNone() throws Exception {
        byte[] good = ProvisioningList.encode(ENTRY.joined(300));
        assertEquals(ENTRY.joined(300), ProvisioningList.decode(good));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = Arrays.copyOf(good, random.nextInt(good.length + 1));
            if (changed.length > 0) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            try {
                ProvisioningList.decode(changed);
            } catch (DecodeException expected) {
                // What a decoder may raise.
            }
        }
        assertThrows(
                DecodeException.class, () -> ProvisioningList.decode("anything".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void homeIdsAreMadeOfTheKey() {
        // Bytes 9 to 12 are 7A5B829B, 13 to 16 are 52E67EA9; the fixed bits as zwave-js has them.
        assertEquals(new SmartStartIds(0xFA5B829AL, 0x12E67EA9L), SmartStartIds.of(DSK));
    }

    @Test
    void aNodeIsBrokenUntilItIsKnownToHaveItsKeys() {
        JoinNotes notes = new JoinNotes(store, "zwave/cafebabe");
        assertEquals(Optional.empty(), notes.find(7));
        notes.broken(7, InclusionStage.FINISH);
        assertEquals(Optional.of(new JoinNotes.Note.Broken(InclusionStage.FINISH)), notes.find(7));
        notes.granted(7, Set.of(SecurityClass.S2_ACCESS_CONTROL, SecurityClass.S0_LEGACY));
        assertEquals(
                Optional.of(
                        new JoinNotes.Note.Granted(Set.of(SecurityClass.S2_ACCESS_CONTROL, SecurityClass.S0_LEGACY))),
                notes.find(7));
        notes.granted(7, Set.of());
        assertEquals(Optional.of(new JoinNotes.Note.Granted(Set.of())), notes.find(7));
        store.write("zwave/cafebabe/joining/7", "granted S3".getBytes(StandardCharsets.US_ASCII));
        assertEquals(Optional.of(new JoinNotes.Note.Broken(InclusionStage.SECURITY)), notes.find(7));
        notes.retain(List.of(8));
        assertEquals(Optional.empty(), notes.find(7));
    }

    @Test
    void everyStepOfAKeyExchangeIsAStageOfAnInclusion() {
        for (BootstrapStep step : BootstrapStep.values()) {
            assertEquals(step.name(), Joining.stage(step).name());
        }
    }
}
