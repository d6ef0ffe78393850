package org.lockcredentials.matter.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvArray;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvStructure;

class InteractionClientTest {

    private static final AttributePath LIST = AttributePath.of(0, 0x1F, 0);
    private static final CommandPath COMMAND = new CommandPath(1, 0x101, 0x1A);
    private static final TlvStructure NO_FIELDS = new TlvStructure(List.of());
    private static final StatusResponse SUCCESS = new StatusResponse(Status.SUCCESS);
    private static final InvokeResponse DONE = new InvokeResponse(
            List.of(), List.of(new CommandStatus(COMMAND, StatusIb.SUCCESS, Optional.empty())), false);

    private final ScriptedNode node = new ScriptedNode();

    @AfterEach
    void theConversationIsOver() {
        node.isDone();
    }

    @Test
    void aListThatComesInChunksIsWholeAgain() {
        node.answers(
                report(true, data(LIST, new TlvArray(List.of(number(1)))), data(LIST.appending(), number(2))),
                report(true, data(LIST.appending(), number(3))),
                report(false, data(AttributePath.of(1, 0x101, 0), number(9))));
        ReportedData data = node.client().read(Wanted.attributes(LIST)).join();
        assertEquals(
                Map.of(
                        new AttributeId(0, 0x1F, 0),
                        new TlvArray(List.of(number(1), number(2), number(3))),
                        new AttributeId(1, 0x101, 0),
                        number(9)),
                data.attributes());
        assertEquals(List.of(SUCCESS, SUCCESS, SUCCESS), node.told.subList(1, 4));
    }

    @Test
    void aListThatIsToldAgainTakesThePlaceOfTheEarlier() {
        node.answers(
                report(true, data(LIST, new TlvArray(List.of())), data(LIST.appending(), number(1))),
                report(false, data(LIST, new TlvArray(List.of(number(2))))));
        ReportedData data = node.client().read(Wanted.attributes(LIST)).join();
        assertEquals(new TlvArray(List.of(number(2))), data.attributes().get(new AttributeId(0, 0x1F, 0)));
    }

    @Test
    void aReportThatWantsNoAnswerGetsNone() {
        node.answers(new ReportData(Optional.empty(), List.of(), List.of(), List.of(), false, true));
        node.client().read(Wanted.attributes(LIST)).join();
        assertEquals(1, node.told.size());
    }

    /** Section 8.4.3.2: whoever reads again names the versions that it was told of, and is told only what changed since. */
    @Test
    void whatIsKnownIsNotToldAgain() {
        AttributePath other = AttributePath.of(1, 0x101, 0);
        node.answers(
                report(
                        false,
                        new AttributeData(Optional.of(7L), LIST, new TlvArray(List.of())),
                        new AttributeData(Optional.of(9L), other, number(1))),
                report(false, new AttributeData(Optional.of(10L), other, number(2))));
        Wanted wanted = Wanted.attributes(LIST, other);
        ReportedData first = node.client().read(wanted).join();
        ReportedData second =
                node.client().read(wanted.unless(first.versions())).join();
        assertEquals(
                List.of(new DataVersionFilter(0, 0x1F, 7), new DataVersionFilter(1, 0x101, 9)),
                ((ReadRequest) node.told.get(2)).wanted().versions());
        assertEquals(Map.of(new AttributeId(1, 0x101, 0), number(2)), second.attributes());
        assertEquals(List.of(new DataVersionFilter(1, 0x101, 10)), second.versions());
    }

    @Test
    void aReportWithoutEndIsRefused() {
        AttributeData[] many = new AttributeData[60_000];
        Arrays.fill(many, data(LIST.appending(), new TlvElement.Null()));
        node.answers(report(true, many), report(true, many));
        assertInstanceOf(ChannelException.class, failure(node.client().read(Wanted.attributes(LIST))));
        assertEquals(
                new StatusResponse(Status.of(Status.Code.RESOURCE_EXHAUSTED)), node.told.get(node.told.size() - 1));
    }

    @Test
    void aCommandThatMustBeTimedIsSentAgainAfterATimedRequest() {
        node.answers(
                new InvokeResponse(
                        List.of(),
                        List.of(new CommandStatus(
                                COMMAND, StatusIb.of(Status.Code.NEEDS_TIMED_INTERACTION), Optional.empty())),
                        false),
                SUCCESS,
                DONE);
        assertEquals(
                Optional.empty(),
                node.client().invoke(Invocation.of(COMMAND, NO_FIELDS)).join());
        assertEquals(new TimedRequest(Invocation.TIMED), node.told.get(1));
        assertTrue(((InvokeRequest) node.told.get(2)).timed());
    }

    @Test
    void aCommandIsNotSentWhenItsTimedRequestIsLost() {
        node.isSilent();
        Throwable failure =
                failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()));
        assertInstanceOf(UnsentException.class, failure);
        assertEquals(1, node.told.size());
    }

    @Test
    void aWindowIsOpenUntilACommandHasArrivedAtAFarNode() {
        Map.of(5, 10_000L, 30, 30_000L, 200, 65_535L).forEach((seconds, window) -> {
            ScriptedNode far =
                    new ScriptedNode().isFar(Duration.ofSeconds(seconds)).answers(SUCCESS, DONE);
            far.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()).join();
            assertEquals(new TimedRequest(Duration.ofMillis(window)), far.told.get(0));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUPPORTED_ACCESS", "TIMEOUT"})
    void aCommandThatCameAfterItsWindowWasNotDone(Status.Code late) {
        node.answers(SUCCESS, new StatusResponse(Status.of(late))).after(Duration.ofSeconds(1), Duration.ofSeconds(10));
        Throwable failure =
                failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()));
        assertInstanceOf(UnsentException.class, failure);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNSUPPORTED_ACCESS", "TIMEOUT"})
    void aRefusalWithinTheWindowIsOne(Status.Code refusal) {
        node.answers(SUCCESS, new StatusResponse(Status.of(refusal)))
                .after(Duration.ofSeconds(1), Duration.ofSeconds(9));
        InteractionException refused = (InteractionException)
                failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()));
        assertTrue(refused.is(refusal));
    }

    @Test
    void whatACommandItselfWasRefusedWithIsARefusalHoweverLate() {
        StatusIb forbidden = StatusIb.of(Status.Code.UNSUPPORTED_ACCESS);
        node.answers(
                        SUCCESS,
                        new InvokeResponse(
                                List.of(), List.of(new CommandStatus(COMMAND, forbidden, Optional.empty())), false))
                .after(Duration.ofSeconds(1), Duration.ofSeconds(30));
        InteractionException refused = (InteractionException)
                failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()));
        assertEquals(forbidden, refused.status());
    }

    @Test
    void anAnswerThatIsLostIsNotCalledUnsent() {
        node.answers(SUCCESS).isSilent();
        Throwable failure =
                failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS).whenTimed()));
        assertEquals(ChannelException.Kind.TIMEOUT, ((ChannelException) failure).kind());
    }

    @Test
    void aRefusalKeepsTheStatusOfTheCluster() {
        StatusIb duplicate = new StatusIb(Status.of(Status.Code.FAILURE), Optional.of(2));
        node.answers(
                new InvokeResponse(List.of(), List.of(new CommandStatus(COMMAND, duplicate, Optional.empty())), false));
        InteractionException refused =
                (InteractionException) failure(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS)));
        assertEquals(duplicate, refused.status());
    }

    @Test
    void aStatusInPlaceOfAnAnswerIsARefusal() {
        node.answers(new StatusResponse(Status.of(Status.Code.BUSY)));
        InteractionException refused =
                (InteractionException) failure(node.client().read(Wanted.attributes(LIST)));
        assertTrue(refused.is(Status.Code.BUSY));
    }

    @Test
    void whatIsMalformedOrOfAnotherKindFails() {
        node.answers(0x05, new byte[] {0x15, 0x18, 0x18});
        assertEquals(ChannelException.Kind.PROTOCOL, kind(node.client().read(Wanted.attributes(LIST))));
        node.answers(DONE);
        assertEquals(ChannelException.Kind.PROTOCOL, kind(node.client().read(Wanted.attributes(LIST))));
        node.answers(new InvokeResponse(
                List.of(new CommandData(new CommandPath(1, 0x102, 0), NO_FIELDS, Optional.empty())), List.of(), false));
        assertEquals(ChannelException.Kind.PROTOCOL, kind(node.client().invoke(Invocation.of(COMMAND, NO_FIELDS))));
    }

    @Test
    void aListThatIsTooLongForOneMessageIsWrittenElementByElement() {
        List<TlvElement> entries = Collections.nCopies(12, Tlv.tree(out -> out.bytes(1, new byte[200])));
        WriteResponse fine = new WriteResponse(List.of(new AttributeStatus(LIST, StatusIb.SUCCESS)));
        node.answers(fine, fine, fine);
        node.client()
                .write(List.of(new AttributeData(Optional.empty(), LIST, new TlvArray(entries))), Optional.empty())
                .join();
        List<AttributeData> written = new ArrayList<>();
        for (InteractionMessage message : node.told) {
            assertTrue(message.encode().length < 1_200);
            written.addAll(((WriteRequest) message).writes());
        }
        assertEquals(
                List.of(true, true, false),
                node.told.stream()
                        .map(each -> ((WriteRequest) each).moreChunks())
                        .toList());
        assertEquals(new TlvArray(List.of()), written.get(0).value());
        assertEquals(
                entries,
                written.subList(1, 13).stream().map(AttributeData::value).toList());
        assertTrue(written.stream().skip(1).allMatch(each -> each.path().appends()));
    }

    @Test
    void aWriteFailsWithTheFirstRefusal() {
        node.answers(new WriteResponse(List.of(
                new AttributeStatus(LIST, StatusIb.SUCCESS),
                new AttributeStatus(LIST, StatusIb.of(Status.Code.CONSTRAINT_ERROR)))));
        InteractionException refused =
                (InteractionException) failure(node.client().write(List.of(data(LIST, number(1))), Optional.empty()));
        assertTrue(refused.is(Status.Code.CONSTRAINT_ERROR));
    }

    static ReportData report(boolean more, AttributeData... data) {
        return new ReportData(Optional.empty(), List.of(data), List.of(), List.of(), more, false);
    }

    static AttributeData data(AttributePath path, TlvElement value) {
        return new AttributeData(Optional.of(1L), path, value);
    }

    static TlvElement number(long value) {
        return new TlvElement.UnsignedInt(value);
    }

    private static Throwable failure(CompletableFuture<?> future) {
        return assertThrows(CompletionException.class, future::join).getCause();
    }

    private static ChannelException.Kind kind(CompletableFuture<?> future) {
        return ((ChannelException) failure(future)).kind();
    }
}
