package org.lockcredentials.matter.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvArray;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

class InteractionMessageTest {

    private static final AttributePath PATH = AttributePath.of(1, 0x101, 0);
    private static final CommandPath COMMAND = new CommandPath(1, 0x101, 0x1A);
    private static final TlvStructure FIELDS =
            Tlv.tree(out -> out.unsigned(1, 3).utf8(2, "Ann"));

    static List<InteractionMessage> messages() {
        Wanted wanted = new Wanted(
                List.of(PATH, AttributePath.ofCluster(0x101)),
                List.of(EventPath.ofCluster(0x101)),
                Optional.of(-1L),
                true,
                List.of(new DataVersionFilter(1, 0x101, 0xFFFF_FFFFL)));
        return List.of(
                new StatusResponse(Status.of(Status.Code.BUSY)),
                new ReadRequest(wanted),
                new SubscribeRequest(true, Duration.ZERO, Duration.ofSeconds(65_535), wanted),
                new SubscribeResponse(0xFFFF_FFFFL, Duration.ofMinutes(2)),
                new ReportData(
                        Optional.of(7L),
                        List.of(
                                new AttributeData(Optional.of(9L), PATH, new TlvArray(List.of())),
                                new AttributeData(Optional.of(9L), PATH.appending(), FIELDS)),
                        List.of(new AttributeStatus(PATH, StatusIb.of(Status.Code.UNSUPPORTED_ATTRIBUTE))),
                        List.of(new EventData(1, 0x101, 2, -2, 2, Optional.of(8L), Optional.empty(), FIELDS)),
                        true,
                        true),
                new WriteRequest(true, List.of(new AttributeData(Optional.of(4L), PATH, FIELDS)), true),
                new WriteResponse(List.of(new AttributeStatus(PATH, StatusIb.SUCCESS))),
                new InvokeRequest(true, List.of(new CommandData(COMMAND, FIELDS, Optional.of(1)))),
                new InvokeResponse(
                        List.of(new CommandData(COMMAND, FIELDS, Optional.empty())),
                        List.of(new CommandStatus(
                                COMMAND,
                                new StatusIb(Status.of(Status.Code.FAILURE), Optional.of(2)),
                                Optional.empty())),
                        true),
                new TimedRequest(Duration.ofMillis(65_535)));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyMessageComesBackTheSame(InteractionMessage message) throws DecodeException {
        byte[] encoded = message.encode();
        assertEquals(message, InteractionMessage.decode(message.opcode(), encoded));
        assertEquals(InteractionMessage.REVISION, Tlv.decodeStructure(encoded).u8(InteractionMessage.REVISION_TAG));
    }

    /** By hand from Matter Core Specification 1.3, 10.7.2, 10.7.8 and 10.7.9. */
    @Test
    void theBytesAreThoseOfTheSpecification() {
        assertEquals(
                "15" + "3600" + "17" + "240201" + "25030101" + "240400" + "18" + "18" + "2903" + "24ff0c" + "18",
                hex(new ReadRequest(Wanted.attributes(PATH))));
        assertEquals("15" + "25001027" + "24ff0c" + "18", hex(new TimedRequest(Duration.ofSeconds(10))));
        assertEquals(
                "15" + "2800" + "2901" + "3602" + "15" + "3700" + "240001" + "25010101" + "24021a" + "18" + "3501"
                        + "240103" + "2c0203416e6e" + "18" + "18" + "18" + "24ff0c" + "18",
                hex(new InvokeRequest(true, List.of(new CommandData(COMMAND, FIELDS, Optional.empty())))));
    }

    @Test
    void pathsThatAreCompressedTakeTheirNumbersFromTheOneBefore() throws DecodeException {
        // 10.6.2: EnableTagCompression in the second path, which names the attribute alone.
        byte[] report = HexFormat.of()
                .parseHex("15" + "3601" + "153501" + "3701" + "240201" + "25030101" + "240400" + "18" + "240205"
                        + "1818" + "153501" + "3701" + "2900" + "240401" + "18" + "240206" + "1818" + "18" + "24ff0c"
                        + "18");
        ReportData data = (ReportData) InteractionMessage.decode(ReportData.OPCODE, report);
        assertEquals(
                List.of(new AttributeId(1, 0x101, 0), new AttributeId(1, 0x101, 1)),
                data.attributes().stream()
                        .map(each -> each.path().id().orElseThrow())
                        .toList());
    }

    @Test
    void timesThatAreDifferencesAreAddedUp() throws DecodeException {
        EventData first = new EventData(1, 0x101, 2, 5, 2, Optional.of(1_000L), Optional.empty(), FIELDS);
        TlvElement second = Tlv.tree(out -> out.list(
                        0, path -> path.unsigned(1, 1).unsigned(2, 0x101).unsigned(3, 2))
                .unsigned(1, 6)
                .unsigned(2, 2)
                .unsigned(5, 234));
        assertEquals(
                Optional.of(1_234L),
                EventData.decode(second, Optional.of(first)).epoch());
        assertEquals(
                Optional.empty(), EventData.decode(second, Optional.empty()).epoch());
    }

    @Test
    void whatIsNotOneOfTheMessagesIsRefused() {
        byte[] empty = Tlv.structure(out -> {});
        assertThrows(DecodeException.class, () -> InteractionMessage.decode(0x0B, empty));
        assertThrows(DecodeException.class, () -> InteractionMessage.decode(StatusResponse.OPCODE, empty));
        assertThrows(DecodeException.class, () -> InteractionMessage.decode(InvokeResponse.OPCODE, empty));
    }

    private static String hex(InteractionMessage message) {
        return HexFormat.of().formatHex(message.encode());
    }
}
