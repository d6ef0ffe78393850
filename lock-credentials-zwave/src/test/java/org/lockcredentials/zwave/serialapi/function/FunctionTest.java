package org.lockcredentials.zwave.serialapi.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.frame.DataFrame;

/** Layouts as in INS12350 §7 and INS13954 §4; the frame of Send Data is one that zwave-js's driver put on the wire. */
final class FunctionTest {

    private static final NodeIdBase NARROW = NodeIdBase.EIGHT_BIT;
    private static final NodeIdBase WIDE = NodeIdBase.SIXTEEN_BIT;

    @Test
    void aCapturedSendDataDecodesAndEncodesExactly() throws Exception {
        byte[] wire = hex("0119 00 A9 01030D830A0001010001000431303037 25 00000000 27 C8");
        DataFrame frame = DataFrame.decode(Arrays.copyOfRange(wire, 1, wire.length));
        SendDataBridge call = SendDataBridge.decode(in(frame.parameters()), NARROW);
        Payload command = new Payload(hex("830A0001010001000431303037"));
        assertEquals(new SendDataBridge(1, 3, command, TransmitOptions.DEFAULT, 0x27), call);
        assertArrayEquals(
                wire,
                DataFrame.request(call.function().code(), written(out -> call.encode(out, NARROW)))
                        .encode());
        assertFalse(call.toString().contains("31"), "a command may hold a code");
    }

    @Test
    void wideNodeIdsTakeTwoBytes() throws Exception {
        SendDataBridge call = new SendDataBridge(1, 0x101, new Payload(hex("2002")), TransmitOptions.DEFAULT, 9);
        byte[] bytes = hex("0001 0101 02 2002 25 00000000 09");
        assertArrayEquals(bytes, written(out -> call.encode(out, WIDE)));
        assertEquals(call, SendDataBridge.decode(in(bytes), WIDE));
        assertThrows(IllegalArgumentException.class, () -> written(out -> call.encode(out, NARROW)));
        assertEquals(
                new NetworkIds(0xCAFEBABEL, 0x0102), Query.NETWORK_IDS.decodeResponse(in(hex("CAFEBABE0102")), WIDE));
        assertEquals(new NetworkIds(0xCAFEBABEL, 1), Query.NETWORK_IDS.decodeResponse(in(hex("CAFEBABE01")), NARROW));
    }

    /** zwave-js's mock controller answers the bridge variant so, and goes on to tell the outcome in the callback. */
    @Test
    void aTransmissionIsRefusedByZeroOnly() throws Exception {
        SendDataBridge call = new SendDataBridge(1, 3, new Payload(hex("2002")), TransmitOptions.DEFAULT, 9);
        assertFalse(call.decodeResponse(in(hex("00")), NARROW));
        assertTrue(call.decodeResponse(in(hex("01")), NARROW));
        assertTrue(call.decodeResponse(in(new byte[0]), NARROW), "without RetVal");
    }

    @Test
    void theOtherVariantsOfSendDataHaveTheirOwnLayouts() throws Exception {
        SendData single = new SendData(3, new Payload(hex("2002")), TransmitOptions.DEFAULT, 9);
        assertArrayEquals(hex("03 02 2002 25 09"), written(out -> single.encode(out, NARROW)));
        SendDataMulti bridge = new SendDataMulti(
                OptionalInt.of(1), List.of(3, 4), new Payload(hex("2002")), TransmitOptions.DEFAULT, 9);
        byte[] bytes = hex("01 02 0304 02 2002 25 09");
        assertArrayEquals(bytes, written(out -> bridge.encode(out, NARROW)));
        assertEquals(bridge, SendDataMulti.decode(in(bytes), NARROW, true));
        assertEquals(FunctionId.SEND_DATA_MULTI_BRIDGE, bridge.function());
    }

    @Test
    void aTransmitReportMayBeShortOrLong() throws Exception {
        assertEquals(new TransmitReport(9, TransmitStatus.NO_ACK), TransmitReport.decode(in(hex("0901"))));
        TransmitReport longer = TransmitReport.decode(in(hex("09 00 0105 01 C8 7F7F7F7F 00 00 03 05 00 00 00 03 01")));
        assertEquals(OptionalInt.of(0x105), longer.ticks());
        assertEquals(OptionalInt.of(1), longer.repeaters());
        assertEquals(
                TransmitStatus.UNKNOWN, TransmitReport.decode(in(hex("0977"))).status());
    }

    @Test
    void aReceivedCommandHasItsSenderAndItsSignal() throws Exception {
        byte[] plain = hex("00 07 03 630301 C4");
        ApplicationCommand command = ApplicationCommand.decode(in(plain), NARROW);
        assertEquals(7, command.source());
        assertEquals(OptionalInt.of(-60), command.rssi());
        assertArrayEquals(hex("630301"), command.command().bytes());
        assertArrayEquals(plain, written(out -> command.encode(out, NARROW)));

        byte[] bridge = hex("08 0001 0107 03 630301 00 7F");
        ApplicationCommand bridged = ApplicationCommand.decodeBridge(in(bridge), WIDE);
        assertEquals(RxStatus.Cast.MULTICAST, bridged.rxStatus().cast());
        assertEquals(0x107, bridged.source());
        assertEquals(OptionalInt.of(1), bridged.destination());
        assertEquals(OptionalInt.empty(), bridged.rssi());
        assertArrayEquals(bridge, written(out -> bridged.encode(out, WIDE)));
    }

    @Test
    void aReceivedCommandMayLackWhatCameWithLaterModules() throws Exception {
        assertEquals(
                OptionalInt.empty(),
                ApplicationCommand.decode(in(hex("0007 01 20")), NARROW).rssi());
        assertThrows(DecodeException.class, () -> ApplicationCommand.decode(in(hex("0007 02 20")), NARROW));
        assertTrue(new RxStatus(0x40).isForeign() && new RxStatus(0x80).isForeign());
    }

    @Test
    void aVersionEndsAtItsZero() throws Exception {
        assertEquals(
                new Version("Z-Wave 4.05", 1),
                Query.VERSION.decodeResponse(in(hex("5A2D5761766520342E303500 01")), NARROW));
        assertEquals(new Version("Z", 7), Query.VERSION.decodeResponse(in(hex("5A00 07")), NARROW));
        assertEquals(
                new Version("Z-Wave 7.17.99", 7),
                Query.VERSION.decodeResponse(in(hex("5A2D5761766520372E31372E3939 00 07")), NARROW),
                "as zwave-js's mock says it");
        assertThrows(DecodeException.class, () -> Query.VERSION.decodeResponse(in(hex("5A2D 07")), NARROW));
    }

    @Test
    void initDataListsTheNodes() throws Exception {
        InitData data = new InitData(10, 0x08, List.of(1, 8, 9, 232), 8, 0);
        byte[] bytes = written(data::encode);
        assertEquals(34, bytes.length);
        assertEquals(data, Query.INIT_DATA.decodeResponse(in(bytes), NARROW));
        assertEquals(
                List.of(),
                Query.INIT_DATA.decodeResponse(in(hex("050000")), NARROW).nodes());
    }

    @Test
    void longRangeNodesComeInSegmentsOf1024() throws Exception {
        assertArrayEquals(hex("01"), written(out -> new GetLongRangeNodes(1).encode(out, WIDE)));
        GetLongRangeNodes.Response first = new GetLongRangeNodes(0).decodeResponse(in(hex("01 00 04 05000080")), WIDE);
        assertEquals(new GetLongRangeNodes.Response(true, 0, List.of(256, 258, 287)), first);
        GetLongRangeNodes.Response last = new GetLongRangeNodes.Response(false, 3, List.of(3328, 4000));
        byte[] bytes = written(last::encode);
        assertEquals(3 + 128, bytes.length);
        assertEquals(last, new GetLongRangeNodes(3).decodeResponse(in(bytes), WIDE));
        assertThrows(
                DecodeException.class, () -> new GetLongRangeNodes(0).decodeResponse(in(hex("00 00 80 01")), WIDE));
    }

    @Test
    void capabilitiesCountFunctionsFromOne() throws Exception {
        SerialApiCapabilities capabilities =
                Query.CAPABILITIES.decodeResponse(in(hex("0102 0086 0001 005A 02 80")), NARROW);
        assertEquals(new SerialApiCapabilities(1, 2, 0x86, 1, 0x5A, List.of(2, 16)), capabilities);
        assertTrue(capabilities.supports(FunctionId.GET_INIT_DATA));
    }

    @Test
    void nodesTellHowTheyListen() throws Exception {
        NodeProtocolInfo lock = new GetNodeProtocolInfo(7).decodeResponse(in(hex("53 DC 01 04 40 03")), NARROW);
        assertTrue(lock.exists() && lock.isRouting() && lock.isListeningEvery1000Ms());
        assertFalse(lock.isListening() || lock.isListeningEvery250Ms() || lock.isController());
        assertFalse(new GetNodeProtocolInfo(7)
                .decodeResponse(in(hex("000000000000")), NARROW)
                .exists());
    }

    @Test
    void setupAnswersItsOwnSubFunctionOnly() throws Exception {
        Setup.SetNodeIdBaseType call = new Setup.SetNodeIdBaseType(WIDE);
        assertArrayEquals(hex("8002"), written(out -> call.encode(out, NARROW)));
        assertEquals(true, call.decodeResponse(in(hex("8001")), NARROW));
        assertThrows(DecodeException.class, () -> call.decodeResponse(in(hex("0080")), NARROW));
        assertTrue(new Setup.GetSupported()
                .decodeResponse(in(hex("01 92")), NARROW)
                .supports(Setup.GET_MAX_PAYLOAD_SIZE));
    }

    @Test
    void theOtherFunctionsReadAsTheyAreWritten() throws Exception {
        ApplicationNodeInformation information = new ApplicationNodeInformation(1, 2, 7, List.of(0x5E, 0x98));
        assertArrayEquals(hex("010207 02 5E98"), written(out -> information.encode(out, NARROW)));
        assertEquals(information, ApplicationNodeInformation.decode(in(hex("010207 02 5E98"))));

        Started started = new Started(7, false, 1, 2, 7, List.of(0x5E), true);
        assertArrayEquals(hex("07 00 01 02 07 01 5E 01"), written(started::encode));
        assertEquals(started, Started.decode(in(hex("07 00 01 02 07 01 5E 01"))));

        ApplicationUpdate update = ApplicationUpdate.decode(in(hex("84 0007 05 04 40 03 98 9F")), WIDE);
        NodeInformation node = new NodeInformation(7, 4, 0x40, 3, List.of(0x98, 0x9F));
        assertEquals(new ApplicationUpdate.NodeInfoReceived(node), update);
        assertArrayEquals(hex("84 0007 05 04 40 03 98 9F"), written(out -> update.encode(out, WIDE)));
        assertEquals(
                new ApplicationUpdate.NodeInfoRequestFailed(), ApplicationUpdate.decode(in(hex("810000")), NARROW));

        assertArrayEquals(hex("C1 05"), written(out -> new AddNode(AddNode.ANY, true, true, 5).encode(out, NARROW)));
        AddNode.Status adding = AddNode.Status.decode(in(hex("05 03 07 05 04 40 03 98 9F")), NARROW);
        assertEquals(
                new AddNode.Status(5, AddNode.Status.Step.ADDING_SLAVE, OptionalInt.of(7), Optional.of(node)), adding);
        RemoveNode.Status removing = RemoveNode.Status.decode(in(hex("05 03 07")), NARROW);
        assertEquals(new RemoveNode.Status(5, RemoveNode.Status.Step.REMOVING_SLAVE, OptionalInt.of(7)), removing);
        assertEquals(new SetTimeouts(0x96, 0x0F), SetTimeouts.decode(in(hex("960F"))));
        assertEquals(
                OptionalInt.empty(),
                Query.SUC_NODE_ID.decodeResponse(in(hex("00")), NARROW).nodeId());
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
