package org.lockcredentials.zwave.serialapi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.GetNodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.NodeIdBase;
import org.lockcredentials.zwave.serialapi.function.NodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.Query;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;
import org.slf4j.LoggerFactory;

final class SerialApiTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final byte[] COMMAND = {0x63, 0x02, 0x01};

    private final ManualScheduler time = new ManualScheduler();
    private final FakeStick stick = new FakeStick(time).node(7, command -> List.of(new byte[] {0x63, 0x03, 0x01}));
    private final List<String> heard = new ArrayList<>();
    private final SerialApi api = new SerialApi(stick.line(), time.executor(), time, new SerialApi.Listener() {
        @Override
        public void commandReceived(ApplicationCommand command) {
            heard.add(command.source() + ": "
                    + HexFormat.of().formatHex(command.command().bytes()));
        }

        @Override
        public void lost(LinkException reason) {
            heard.add("lost");
        }

        @Override
        public void restored(ControllerIdentity identity) {
            heard.add("restored");
        }
    });

    @Test
    void aModuleSaysWhoItIs() throws Exception {
        ControllerIdentity identity = await(api.open());
        assertEquals(ControllerIdentity.Series.SERIES_800, identity.series());
        assertEquals(NodeIdBase.SIXTEEN_BIT, identity.nodeIdBase());
        assertEquals(0xCAFEBABEL, identity.homeId());
        assertEquals(1, identity.nodeId());
        assertEquals(List.of(1, 7), identity.nodes());
        assertEquals(OptionalInt.of(1), identity.sucNodeId());
        assertEquals("Z-Wave 7.19", identity.version().text());
        assertTrue(identity.isBridge());
        assertFalse(stick.called().contains("SoftReset"), "nobody asked for a reset");
    }

    @Test
    void aPlainModuleIsNotAskedForWhatItLacks() throws Exception {
        stick.plain();
        ControllerIdentity identity = await(api.open());
        assertEquals(ControllerIdentity.Series.SERIES_500, identity.series());
        assertEquals(NodeIdBase.EIGHT_BIT, identity.nodeIdBase());
        assertFalse(stick.called().contains("Setup"));
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        assertEquals(List.of("SendData"), stick.called());
    }

    @Test
    void aCommandGoesOutAndItsAnswerComesIn() throws Exception {
        await(api.open());
        stick.called();
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of("SendDataBridge"), stick.called());
        assertArrayEquals(COMMAND, stick.received().get(0));
        assertEquals(List.of("7: 630301"), heard);
        assertEquals(0, time.pending());
    }

    @Test
    void anAbsentNodeIsAResultNotAFailure() throws Exception {
        await(api.open());
        assertEquals(TransmitStatus.NO_ACK, await(send(8)).status());
    }

    @Test
    void functionsGoOneAtATimeEachWithItsOwnAnswer() throws Exception {
        await(api.open());
        List<CompletableFuture<NodeProtocolInfo>> answers = new ArrayList<>();
        for (int node = 1; node <= 50; node++) {
            answers.add(api.call(new GetNodeProtocolInfo(node), LONG));
        }
        for (int node = 1; node <= 50; node++) {
            assertEquals(FakeStick.protocolInfo(node), await(answers.get(node - 1)));
        }
    }

    @Test
    void aNodeTellsWhatItIs() throws Exception {
        await(api.open());
        assertEquals(0x40, await(api.requestNodeInfo(7, LONG)).orElseThrow().generic());
        assertEquals(Optional.empty(), await(api.requestNodeInfo(8, LONG)));
    }

    @Test
    void aFunctionWithoutResponseTimesOutAndTheNextOneIsServed() throws Exception {
        await(api.open());
        stick.mute(FunctionId.GET_VERSION);
        CompletableFuture<?> silent = api.call(Query.VERSION, LONG);
        CompletableFuture<?> next = api.call(Query.NETWORK_IDS, LONG);
        assertEquals(LinkException.Kind.TIMEOUT, failure(silent));
        await(next);
    }

    @Test
    void aMissingCallbackIsAbortedAndThenTheModuleIsReset() throws Exception {
        await(api.open());
        stick.called();
        stick.withoutCallback(FunctionId.SEND_DATA_BRIDGE);
        CompletableFuture<TransmitReport> stuck = send(7);
        CompletableFuture<TransmitReport> next = send(7);
        long before = time.nanoTime();
        assertEquals(LinkException.Kind.TIMEOUT, failure(stuck));
        assertTrue(time.nanoTime() - before > 65_000_000_000L);
        assertEquals(TransmitStatus.OK, await(next).status());
        List<String> called = stick.called();
        assertEquals(List.of("SendDataBridge", "SendDataAbort"), called.subList(0, 2));
        assertTrue(called.contains("SoftReset"));
        assertTrue(heard.contains("restored"));
    }

    @Test
    void aJammedModuleIsResetAndTheCommandSentOnceMore() throws Exception {
        await(api.open());
        stick.called();
        stick.jam(false);
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        List<String> called = stick.called();
        assertEquals(2, called.stream().filter("SendDataBridge"::equals).count());
        assertEquals(1, called.stream().filter("SoftReset"::equals).count());
    }

    @Test
    void aNetworkThatStaysJammedIsReportedAndNotResetAgainAtOnce() throws Exception {
        await(api.open());
        stick.called();
        stick.jam(true);
        assertEquals(TransmitStatus.FAIL, await(send(7)).status());
        assertEquals(TransmitStatus.FAIL, await(send(7)).status());
        assertEquals(1, stick.called().stream().filter("SoftReset"::equals).count());
    }

    @Test
    void aModuleThatRestartsIsSetUpAgain() throws Exception {
        await(api.open());
        stick.called();
        stick.restart();
        time.advance(Duration.ofSeconds(2));
        assertEquals(List.of("lost", "restored"), heard);
        assertTrue(stick.called().contains("Setup"), "node ids are narrow again after a restart");
        assertEquals(TransmitStatus.OK, await(send(7)).status());
    }

    @Test
    void aSoftResetWaitsForTheModuleThatTellsAndForTheOneThatDoesNot() throws Exception {
        await(api.open());
        await(api.softReset());
        long before = time.nanoTime();
        stick.startsSilently();
        await(api.softReset());
        assertTrue(time.nanoTime() - before >= 5_000_000_000L);
        assertEquals(TransmitStatus.OK, await(send(7)).status());
    }

    @Test
    void whatWasSentFailsWithTheLineAndWhatWasNotWaitsForIt() throws Exception {
        await(api.open());
        stick.withoutCallback(FunctionId.SEND_DATA_BRIDGE);
        CompletableFuture<TransmitReport> sent = send(7);
        time.advance(Duration.ofSeconds(1));
        CompletableFuture<TransmitReport> patient = send(7);
        CompletableFuture<TransmitReport> impatient =
                api.sendData(7, COMMAND, TransmitOptions.DEFAULT, Duration.ofSeconds(10));
        stick.line().pull();
        assertEquals(LinkException.Kind.LOST, failure(sent));
        CompletableFuture<TransmitReport> meanwhile = send(7);
        assertEquals(LinkException.Kind.UNSENT, failure(impatient));
        assertFalse(patient.isDone());
        stick.startsSilently();
        stick.restart();
        stick.line().plug();
        assertEquals(TransmitStatus.OK, await(patient).status());
        assertEquals(TransmitStatus.OK, await(meanwhile).status());
        assertEquals(1, heard.stream().filter("lost"::equals).count());
        assertTrue(heard.contains("restored"));
    }

    @Test
    void anAbsentPortFailsTheOpening() {
        stick.line().pull();
        assertEquals(LinkException.Kind.LOST, failure(api.open()));
        assertEquals(LinkException.Kind.CLOSED, failure(send(7)));
        time.advance(Duration.ofMinutes(5));
        assertEquals(1, stick.line().openings());
    }

    @Test
    void aModuleThatDoesNotSayWhoItIsIsResetOnceAndThenGivenUp() {
        stick.mute(FunctionId.GET_VERSION);
        assertEquals(LinkException.Kind.TIMEOUT, failure(api.open()));
        assertEquals(1, stick.called().stream().filter("SoftReset"::equals).count());
    }

    @Test
    void closingFailsEverythingAndLeavesNoTimer() throws Exception {
        await(api.open());
        stick.withoutCallback(FunctionId.SEND_DATA_BRIDGE);
        CompletableFuture<TransmitReport> sent = send(7);
        CompletableFuture<TransmitReport> waiting = send(7);
        time.advance(Duration.ofSeconds(1));
        assertNull(await(api.close()));
        assertNull(await(api.close()));
        assertEquals(LinkException.Kind.CLOSED, failure(sent));
        assertEquals(LinkException.Kind.CLOSED, failure(waiting));
        assertEquals(LinkException.Kind.CLOSED, failure(send(7)));
        assertEquals(LinkException.Kind.CLOSED, failure(api.softReset()));
        assertEquals(0, time.pending());
    }

    @Test
    void longRangeNodesAreListedWhereTheModuleKnowsThem() throws Exception {
        stick.longRange(256, 300, 1280, 4000);
        ControllerIdentity identity = await(api.open());
        assertEquals(List.of(1, 7), identity.nodes());
        assertEquals(List.of(256, 300, 1280, 4000), identity.longRangeNodes());
        assertEquals(
                4, stick.called().stream().filter("GetLongRangeNodes"::equals).count());
    }

    @Test
    void longRangeNodesAreAskedForWithOneQuestionWhereThereAreNone() throws Exception {
        assertEquals(List.of(), await(api.open()).longRangeNodes());
        assertEquals(
                1, stick.called().stream().filter("GetLongRangeNodes"::equals).count());
    }

    @Test
    void longRangeNodesAreNotAskedForWhereTheModuleDoesNotOfferThem() throws Exception {
        stick.without(FunctionId.GET_LONG_RANGE_NODES).longRange(256);
        assertEquals(List.of(), await(api.open()).longRangeNodes());
        assertFalse(stick.called().contains("GetLongRangeNodes"));
    }

    @Test
    void aBusyModuleIsAskedOnceMoreAndKeepsTheOrder() throws Exception {
        await(api.open());
        stick.refuse(1);
        CompletableFuture<TransmitReport> first = send(7, (byte) 1);
        CompletableFuture<TransmitReport> second = send(7, (byte) 2);
        long before = time.nanoTime();
        assertEquals(TransmitStatus.OK, await(first).status());
        assertTrue(time.nanoTime() - before >= 500_000_000L);
        assertEquals(TransmitStatus.OK, await(second).status());
        List<byte[]> received = stick.received();
        assertEquals(2, received.size());
        assertEquals(COMMAND[2] + 1, received.get(0)[2]);
        assertEquals(COMMAND[2] + 2, received.get(1)[2]);
    }

    @Test
    void aModuleThatStaysBusyRefuses() throws Exception {
        await(api.open());
        stick.refuse(2);
        assertEquals(LinkException.Kind.REFUSED, failure(send(7)));
        assertEquals(List.of(), stick.received());
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        time.advance(Duration.ofSeconds(1));
        assertEquals(0, time.pending());
    }

    @Test
    void whatABusyModuleDidNotTakeOutlivesTheLineAndNotItsDeadline() throws Exception {
        await(api.open());
        stick.refuse(2);
        CompletableFuture<TransmitReport> impatient =
                api.sendData(7, COMMAND, TransmitOptions.DEFAULT, Duration.ofMillis(200));
        assertEquals(LinkException.Kind.UNSENT, failure(impatient));
        CompletableFuture<TransmitReport> patient = send(7);
        time.advance(Duration.ofMillis(100));
        stick.line().pull();
        time.advance(Duration.ofSeconds(1));
        assertFalse(patient.isDone());
        stick.restart();
        stick.line().plug();
        assertEquals(TransmitStatus.OK, await(patient).status());
    }

    @Test
    void aCommandWhoseAckGotLostIsNotSentTwice() throws Exception {
        await(api.open());
        stick.called();
        stick.module().loseAck();
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        time.advance(Duration.ofSeconds(10));
        assertEquals(1, stick.received().size());
        assertEquals(List.of("SendDataBridge"), stick.called());
        assertEquals(TransmitStatus.OK, await(send(7)).status());
    }

    @Test
    void aQuestionWhoseAckGotLostIsAskedAgainAndAnsweredOnce() throws Exception {
        await(api.open());
        stick.called();
        stick.module().loseAck();
        assertEquals(FakeStick.protocolInfo(3), await(api.call(new GetNodeProtocolInfo(3), LONG)));
        assertEquals(FakeStick.protocolInfo(4), await(api.call(new GetNodeProtocolInfo(4), LONG)));
        assertEquals(3, stick.called().size());
    }

    @Test
    void secondAnswersToACommandAreDropped() throws Exception {
        await(api.open());
        stick.answersTwice();
        for (int i = 0; i < 300; i++) {
            assertEquals(TransmitStatus.OK, await(send(7)).status());
        }
        assertEquals(TransmitStatus.NO_ACK, await(send(8)).status());
        assertEquals(TransmitStatus.OK, await(send(7)).status());
        time.advance(Duration.ofSeconds(1));
        assertEquals(301, stick.received().size());
        assertEquals(301, heard.size());
        assertEquals(0, time.pending());
    }

    @Test
    void aLineThatStaysBadGetsASoftResetAndNotAnotherOneAtOnce() throws Exception {
        await(api.open());
        stick.called();
        stick.module().babble();
        time.advance(Duration.ofSeconds(3));
        assertEquals(1, stick.called().stream().filter("SoftReset"::equals).count());
        assertEquals(List.of("restored"), heard);
        stick.module().babble();
        time.advance(Duration.ofSeconds(50));
        assertFalse(stick.called().contains("SoftReset"));
        stick.module().babble();
        time.advance(Duration.ofSeconds(20));
        assertFalse(stick.called().contains("SoftReset"));
        stick.module().babble();
        time.advance(Duration.ofSeconds(3));
        assertTrue(stick.called().contains("SoftReset"));
        assertEquals(TransmitStatus.OK, await(send(7)).status());
    }

    @Test
    void aModuleWithoutSoftResetIsNotAskedForOne() throws Exception {
        stick.without(FunctionId.SOFT_RESET);
        await(api.open());
        assertEquals(LinkException.Kind.REFUSED, failure(api.softReset()));
        stick.jam(false);
        assertEquals(TransmitStatus.FAIL, await(send(7)).status(), "what a reset might mend is told as it is");
        stick.withoutCallback(FunctionId.SEND_DATA_BRIDGE);
        assertEquals(LinkException.Kind.TIMEOUT, failure(send(7)));
        assertFalse(stick.called().contains("SoftReset"));
        assertEquals(FakeStick.protocolInfo(3), await(api.call(new GetNodeProtocolInfo(3), LONG)));
    }

    @Test
    void aResetWhoseAckGotLostIsNotRepeatedWhenTheModuleSaysThatItStarted() throws Exception {
        await(api.open());
        stick.called();
        stick.module().loseAck();
        await(api.softReset());
        time.advance(Duration.ofSeconds(10));
        assertEquals(1, stick.called().stream().filter("SoftReset"::equals).count());
    }

    @Test
    void aCommandThatDoesNotFitIsRefusedBeforeAnyFrame() throws Exception {
        await(api.open());
        stick.called();
        assertEquals(LinkException.Kind.REFUSED, failure(api.sendData(7, new byte[47], TransmitOptions.DEFAULT, LONG)));
        assertEquals(List.of(), stick.called());
    }

    @Test
    void theFrameLogNamesFunctionsAndShowsNoCommand() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger("org.lockcredentials.zwave");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Level before = logger.getLevel();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.TRACE);
        try {
            await(api.open());
            byte[] code = {0x63, 0x01, 0x01, 0x01, 0x31, 0x30, 0x30, 0x37};
            await(api.sendData(7, code, TransmitOptions.DEFAULT, LONG));
        } finally {
            logger.setLevel(before);
            logger.detachAppender(lines);
        }
        List<String> log =
                lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertTrue(log.contains("fake -> REQUEST SendDataBridge, 19 bytes"), log::toString);
        assertTrue(log.contains("fake <- ACK"), log::toString);
        assertFalse(log.toString().contains("1007") || log.toString().contains("31 30"), log::toString);
    }

    private CompletableFuture<TransmitReport> send(int node) {
        return send(node, (byte) 0);
    }

    private CompletableFuture<TransmitReport> send(int node, byte mark) {
        byte[] command = COMMAND.clone();
        command[2] += mark;
        CompletableFuture<TransmitReport> sending = api.sendData(node, command, TransmitOptions.DEFAULT, LONG);
        time.settle();
        return sending;
    }

    private <T> T await(CompletableFuture<T> future) throws Exception {
        time.advanceUntilDone(future, LONG);
        return future.get();
    }

    private LinkException.Kind failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future, LONG);
        ExecutionException failure = assertThrows(ExecutionException.class, future::get);
        return assertInstanceOf(LinkException.class, failure.getCause()).kind();
    }
}
