package org.lockcredentials.zwave.serialapi.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

final class FunctionProperties {

    private static final List<Query.Decoder<?>> DECODERS = List.of(
            (in, base) -> Query.INIT_DATA.decodeResponse(in, base),
            (in, base) -> Query.CONTROLLER_CAPABILITIES.decodeResponse(in, base),
            (in, base) -> Query.CAPABILITIES.decodeResponse(in, base),
            (in, base) -> Query.VERSION.decodeResponse(in, base),
            (in, base) -> Query.NETWORK_IDS.decodeResponse(in, base),
            (in, base) -> Query.SUC_NODE_ID.decodeResponse(in, base),
            (in, base) -> new GetNodeProtocolInfo(1).decodeResponse(in, base),
            (in, base) -> new Setup.GetSupported().decodeResponse(in, base),
            (in, base) -> new Setup.GetMaxPayloadSize().decodeResponse(in, base),
            (in, base) -> new Setup.SetNodeIdBaseType(base).decodeResponse(in, base),
            (in, base) -> new RequestNodeInfo(1).decodeResponse(in, base),
            (in, base) -> new GetLongRangeNodes(0).decodeResponse(in, base),
            (in, base) -> GetLongRangeNodes.decode(in),
            (in, base) -> SetTimeouts.decode(in),
            (in, base) -> Started.decode(in),
            (in, base) -> ApplicationNodeInformation.decode(in),
            (in, base) -> ApplicationCommand.decode(in, base),
            (in, base) -> ApplicationCommand.decodeBridge(in, base),
            (in, base) -> ApplicationUpdate.decode(in, base),
            (in, base) -> TransmitReport.decode(in),
            (in, base) -> SendData.decode(in, base),
            (in, base) -> SendDataBridge.decode(in, base),
            (in, base) -> SendDataMulti.decode(in, base, true),
            (in, base) -> AddNode.decode(in),
            (in, base) -> AddNode.Status.decode(in, base),
            (in, base) -> RemoveNode.decode(in),
            (in, base) -> RemoveNode.Status.decode(in, base),
            (in, base) -> AddSmartStartNode.decode(in),
            (in, base) -> IsFailedNode.decode(in, base),
            (in, base) -> FailedNode.decode(FailedNode.Aim.REMOVE, in, base),
            (in, base) -> FailedNode.Status.decode(in),
            (in, base) -> new FailedNode(FailedNode.Aim.REPLACE, 1, 1).decodeResponse(in, base));

    /** A million inputs over all decoders, random ones and good ones with a byte changed: nothing but the decoder's own exception. */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void decodersRaiseNothingElse(@ForAll long seed) {
        Random random = new Random(seed);
        byte[] good = goodCommand();
        for (int i = 0; i < 50_000; i++) {
            byte[] input = random.nextBoolean() ? good.clone() : new byte[random.nextInt(48)];
            if (input.length == good.length) {
                input[random.nextInt(input.length)] = (byte) random.nextInt();
            } else {
                random.nextBytes(input);
            }
            NodeIdBase base = random.nextBoolean() ? NodeIdBase.EIGHT_BIT : NodeIdBase.SIXTEEN_BIT;
            try {
                DECODERS.get(i % DECODERS.size()).decode(ByteReader.of(input), base);
            } catch (DecodeException expected) {
                // What a decoder may raise.
            }
        }
    }

    @Property(tries = 2_000)
    void sendDataReadsAsItIsWritten(@ForAll byte[] data, @ForAll long seed) throws Exception {
        Random random = new Random(seed);
        NodeIdBase base = random.nextBoolean() ? NodeIdBase.EIGHT_BIT : NodeIdBase.SIXTEEN_BIT;
        int node = 1 + random.nextInt(base == NodeIdBase.EIGHT_BIT ? 232 : 4000);
        Payload payload = new Payload(data.length > 200 ? new byte[200] : data);
        SendDataBridge call = new SendDataBridge(
                1, node, payload, TransmitOptions.decode(random.nextInt(64)), 1 + random.nextInt(255));
        ByteWriter out = new ByteWriter();
        call.encode(out, base);
        assertEquals(call, SendDataBridge.decode(ByteReader.of(out.takeBytes()), base));
    }

    private static byte[] goodCommand() {
        ByteWriter out = new ByteWriter();
        new ApplicationCommand(
                        new RxStatus(0),
                        7,
                        OptionalInt.of(1),
                        new Payload(new byte[20]),
                        List.of(1, 2),
                        OptionalInt.of(-60))
                .encode(out, NodeIdBase.EIGHT_BIT);
        return out.takeBytes();
    }
}
