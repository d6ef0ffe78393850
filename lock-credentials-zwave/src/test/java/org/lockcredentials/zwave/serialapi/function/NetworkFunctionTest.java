package org.lockcredentials.zwave.serialapi.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Layouts as in INS13954 §4.3.1.8 (SmartStart), §4.4.1, §4.4.2 and §4.4.18 to §4.4.21; Long Range as zwave-js reads and writes it. */
final class NetworkFunctionTest {

    private static final NodeIdBase NARROW = NodeIdBase.EIGHT_BIT;
    private static final NodeIdBase WIDE = NodeIdBase.SIXTEEN_BIT;

    @Test
    void aSmartStartNodeIsAddedByItsTwoHomeIds() throws Exception {
        AddSmartStartNode mesh = new AddSmartStartNode(0xFADE0123L, 0x12345679L, false, 5);
        byte[] bytes = hex("C8 05 FADE0123 12345679");
        assertArrayEquals(bytes, written(out -> mesh.encode(out, NARROW)));
        assertEquals(mesh, AddSmartStartNode.decode(in(bytes)));
        AddSmartStartNode far = new AddSmartStartNode(0xFADE0123L, 0x12345679L, true, 5);
        assertArrayEquals(hex("E8 05 FADE0123 12345679"), written(out -> far.encode(out, WIDE)));
        assertEquals(far, AddSmartStartNode.decode(in(hex("E8 05 FADE0123 12345679"))));
    }

    @Test
    void listeningForSmartStartHasNoCallback() {
        AddNode listen = new AddNode(AddNode.SMART_START_LISTEN, false, true, 0);
        assertArrayEquals(hex("49 00"), written(out -> listen.encode(out, NARROW)));
    }

    @Test
    void aPrimeTellsWhoAsksAndByWhichRadio() throws Exception {
        byte[] bytes = hex("85 00 00 FADE0123 02 04 40 03 9F55");
        ApplicationUpdate prime =
                new ApplicationUpdate.SmartStartPrime(0xFADE0123L, false, 4, 0x40, 3, List.of(0x9F, 0x55));
        assertEquals(prime, ApplicationUpdate.decode(in(bytes), NARROW));
        assertArrayEquals(bytes, written(out -> prime.encode(out, NARROW)));
        byte[] far = hex("87 0000 00 FADE0123 00 04 40 03");
        ApplicationUpdate.SmartStartPrime longRange =
                new ApplicationUpdate.SmartStartPrime(0xFADE0123L, true, 4, 0x40, 3, List.of());
        assertEquals(longRange, ApplicationUpdate.decode(in(far), WIDE));
        assertArrayEquals(far, written(out -> longRange.encode(out, WIDE)));
        assertThrows(
                DecodeException.class,
                () -> ApplicationUpdate.decode(in(hex("85 00 00 FADE0123 09 04 40 03 9F")), NARROW));
    }

    @Test
    void anIncludedNodeTellsItsHomeId() throws Exception {
        byte[] bytes = hex("86 07 05 80 FADE0123");
        ApplicationUpdate included = new ApplicationUpdate.IncludedNode(7, new RxStatus(0x80), 0xFADE0123L);
        assertEquals(included, ApplicationUpdate.decode(in(bytes), NARROW));
        assertArrayEquals(bytes, written(out -> included.encode(out, NARROW)));
    }

    @Test
    void aControllerThatMayNotSaysSo() throws Exception {
        AddNode.Status adding = AddNode.Status.decode(in(hex("05 23 00 00")), NARROW);
        assertEquals(
                new AddNode.Status(5, AddNode.Status.Step.NOT_PRIMARY, OptionalInt.empty(), Optional.empty()), adding);
        assertArrayEquals(hex("05 23"), written(out -> adding.encode(out, NARROW)));
        assertEquals(
                AddNode.Status.Step.UNKNOWN,
                AddNode.Status.decode(in(hex("05 08 00 00")), NARROW).step());
        RemoveNode.Status removing = RemoveNode.Status.decode(in(hex("05 23 00 00")), NARROW);
        assertEquals(RemoveNode.Status.Step.NOT_PRIMARY, removing.step());
        assertArrayEquals(hex("05 23"), written(out -> removing.encode(out, NARROW)));
    }

    @Test
    void failedNodesAreAskedAboutRemovedAndReplaced() throws Exception {
        assertArrayEquals(hex("0101"), written(out -> new IsFailedNode(257).encode(out, WIDE)));
        assertTrue(new IsFailedNode(7).decodeResponse(in(hex("01")), NARROW));

        for (FailedNode.Aim aim : FailedNode.Aim.values()) {
            FailedNode call = new FailedNode(aim, 7, 9);
            assertArrayEquals(hex("07 09"), written(out -> call.encode(out, NARROW)));
            assertEquals(call, FailedNode.decode(aim, in(hex("0007 09")), WIDE));
            assertTrue(call.decodeResponse(in(hex("00")), NARROW).isStarted());
            FailedNodeStart refused = call.decodeResponse(in(hex("08")), NARROW);
            assertTrue(refused.isNotFound());
            assertFalse(refused.isStarted() || refused.isBusy() || refused.isNotPrimary() || refused.isNotFailing());
        }
        assertEquals(FunctionId.REMOVE_FAILED_NODE, new FailedNode(FailedNode.Aim.REMOVE, 7, 9).function());
        assertEquals(FunctionId.REPLACE_FAILED_NODE, new FailedNode(FailedNode.Aim.REPLACE, 7, 9).function());

        FailedNode.Status removed = new FailedNode.Status(9, FailedNode.Status.Step.REMOVED);
        assertEquals(removed, FailedNode.Status.decode(in(hex("09 01"))));
        assertArrayEquals(hex("09 01"), written(removed::encode));
        FailedNode.Status ready = new FailedNode.Status(9, FailedNode.Status.Step.READY);
        assertEquals(ready, FailedNode.Status.decode(in(hex("09 03"))));
        assertArrayEquals(hex("09 03"), written(ready::encode));
        assertEquals(
                FailedNode.Status.Step.UNKNOWN,
                FailedNode.Status.decode(in(hex("09 06"))).step());
    }

    private static ByteReader in(byte[] bytes) {
        return ByteReader.of(bytes);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] written(Consumer<ByteWriter> encoder) {
        ByteWriter out = new ByteWriter();
        encoder.accept(out);
        return out.takeBytes();
    }
}
