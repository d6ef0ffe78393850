package org.lockcredentials.zwave.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The peer does what the tests that lean on it believe, seen from the wire and without the SDK. */
class ZwaveJsStickIT {
    private static final String SCENARIO = """
            {'nodes': [
              {'id': 2, 'userCredential': {
                'users': 30, 'types': {'1': {'slots': 30, 'min': 4, 'max': 10}, '9': {'slots': 5, 'min': 0, 'max': 0, 'hash': 8, 'learn': {'steps': 1}}},
                'initial': [{'user': 1, 'name': 'Ann', 'credentials': [{'slot': 1, 'data': '0042'}]}]}},
              {'id': 3, 'userCode': {'users': 30, 'codes': [{'user': 5, 'code': '4711'}]}},
              {'id': 4, 'userCode': {'version': 1, 'masked': true, 'codes': [{'user': 7, 'code': '123456'}]},
                        'notification': {'user': 'report'}},
              {'id': 5, 'userCode': {'users': 300, 'bulk': true, 'codes': [{'user': 2, 'code': '0001'}, {'user': 290, 'code': '0002'}]}},
              {'id': 6, 'versions': {'113': 1}, 'userCode': {'version': 1, 'codes': [{'user': 3, 'code': '3333'}]}}
            ]}
            """;

    private static ZwaveJsStick stick;
    private RawHost host;

    @BeforeAll
    static void startStick() {
        stick = ZwaveJsStick.start(SCENARIO);
    }

    @AfterAll
    static void stopStick() {
        if (stick != null) {
            stick.close();
        }
    }

    @BeforeEach
    void connect() throws IOException {
        host = RawHost.on(stick);
    }

    @AfterEach
    void disconnect() throws IOException {
        host.close();
    }

    @Test
    void tellsItsVersionAndNodes() throws IOException {
        host.write(RawHost.bytes("01 03 00 15 E9"));
        assertEquals(0x06, host.control());
        host.expect("01 15 5A 2D 57 61 76 65 20 37 2E 31 37 2E 39 39 00 01");
        host.send("00 02");
        assertTrue(host.receive().startsWith("01 02 09 08 1D 3F 00"), "nodes 1 to 6");
    }

    @Test
    void carriesACommandToALockAndItsReportBack() throws IOException {
        host.sendTo(2, "83 01");
        assertEquals("83 02 00 1E 02 20 64 02 F9 02", host.receiveFrom(2));
    }

    @Test
    void takesSplitAndJoinedFrames() throws IOException {
        final byte[] version = RawHost.frame("00 15");
        for (final byte each : version) {
            host.write(new byte[] {each});
        }
        assertEquals(0x06, host.control());
        host.receive();

        final ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(RawHost.frame("00 20"));
        joined.write(RawHost.frame("00 56"));
        host.write(joined.toByteArray());
        assertEquals(0x06, host.control());
        assertEquals(0x06, host.control());
        host.expect("01 20 C0 FF EE 01 01");
        host.expect("01 56 01");
    }

    @Test
    void refusesDamagedFramesAndOthersOnRequest() throws IOException {
        final byte[] damaged = RawHost.frame("00 15");
        damaged[3] ^= 0x40;
        host.write(damaged);
        assertEquals(0x15, host.control());

        stick.command("{'cmd':'line','can':1,'nak':1}");
        host.write(RawHost.frame("00 15"));
        assertEquals(0x15, host.control());
        host.write(RawHost.frame("00 15"));
        assertEquals(0x18, host.control());
        host.send("00 15");
        host.receive();
    }

    @Test
    void saysThatNobodyAnswersForAnUnknownNode() throws IOException {
        host.send("00 A9 01 63 02 20 02 25 00 00 00 00 12");
        host.expect("01 A9 01");
        host.expect("00 A9 12 01");
    }

    @Test
    void survivesACommandThatNoLockKnows() throws IOException {
        host.sendTo(3, "63 01 05 01 31");
        host.sendTo(3, "63 02 05");
        assertEquals("63 03 05 01 34 37 31 31", host.receiveFrom(3));
    }

    @Test
    void storesACredentialAndTellsTheLocksOwnTruth() throws IOException {
        host.sendTo(2, "83 05 00 00 02 00 01 01 00 00 00 03 42 6F 62");
        assertEquals("83 07 00 00 00 02 00 01 00 02 00 01 01 00 00 00 03 42 6F 62", host.receiveFrom(2));
        host.sendTo(2, "83 0A 00 02 01 00 02 00 04 31 30 30 37");
        assertEquals("83 0C 00 00 02 01 00 02 80 04 31 30 30 37 02 00 01 00 00 00", host.receiveFrom(2));

        final JsonNode added = stick.state(2).path("credentials").path(1);
        assertEquals("1007", added.path("data").textValue());
        assertEquals(2, added.path("user").intValue());
        assertTrue(stick.enterCode(2, "1007").path("accepted").booleanValue());
        assertEquals("62 03 00 FF 00 FE FE 00 00", host.receiveFrom(2));
        assertEquals("71 05 00 00 00 FF 06 24 06 00 02 01 01 00 02", host.receiveFrom(2));
        assertFalse(stick.enterCode(2, "9999").path("accepted").booleanValue());
        assertEquals("71 05 00 00 00 FF 06 32 00", host.receiveFrom(2));

        host.sendTo(2, "83 05 02 00 02");
        assertTrue(host.receiveFrom(2).startsWith("83 07 02"));
    }

    @Test
    void learnsACredentialStepByStep() throws IOException {
        host.sendTo(2, "83 0F 00 01 09 00 01 00 1E");
        assertEquals("83 11 00 00 01 09 00 01 01", host.receiveFrom(2));
        assertEquals("83 11 01 00 01 09 00 01 00", host.receiveFrom(2));
        assertEquals("83 0C 00 00 01 09 00 01 00 00 03 00 00 00 00 00", host.receiveFrom(2));
        stick.command("{'cmd':'deleteLocally','node':2,'credential':{'type':9,'slot':1}}");
        assertTrue(host.receiveFrom(2).startsWith("83 0C 02 00 01 09 00 01"));
    }

    @Test
    void refusesADuplicateUserCodeAndNamesTheOtherSlot() throws IOException {
        host.sendTo(3, "6C 01 BA 07 63 01 06 01 34 37 31 31");
        assertEquals("71 05 00 00 00 FF 06 0F 01 05", host.receiveFrom(3));
        assertEquals("6C 02 3A 02 00", host.receiveFrom(3));
        assertEquals(1, stick.state(3).path("codes").size());
    }

    @Test
    void setsAUserCodeAndAnnouncesIt() throws IOException {
        host.sendTo(3, "6C 01 BA 07 63 01 06 01 30 30 34 32".replace("BA 07", "3B 08"));
        assertEquals("6C 02 3B FF 00", host.receiveFrom(3));
        assertEquals("71 05 00 00 00 FF 06 0E 01 06", host.receiveFrom(3));
        assertEquals(6, stick.enterCode(3, "0042").path("user").intValue());
        assertEquals("62 03 00 FF 00 FE FE 00 00", host.receiveFrom(3));
        assertEquals("71 05 00 00 00 FF 06 06 01 06", host.receiveFrom(3));
        host.sendTo(3, "63 01 06 00 00 00 00 00");
        assertEquals("71 05 00 00 00 FF 06 0D 01 06", host.receiveFrom(3));
    }

    @Test
    void masksCodesWhereTheScenarioSaysSo() throws IOException {
        host.sendTo(4, "63 02 07");
        assertEquals("63 03 07 01 2A 2A 2A 2A 2A 2A", host.receiveFrom(4));
        stick.enterCode(4, "123456");
        host.receiveFrom(4);
        assertEquals("71 05 00 00 00 FF 06 06 0A 63 03 07 01 2A 2A 2A 2A 2A 2A", host.receiveFrom(4));
    }

    @Test
    void readsCodesInBulk() throws IOException {
        host.sendTo(5, "63 0C 00 02 01");
        assertEquals("63 0D 02 00 02 01 04 30 30 30 31 01 22 01 04 30 30 30 32 00 00", host.receiveFrom(5));
    }

    @Test
    void putsTheUserIntoTheLevelOfAnAlarm() throws IOException {
        stick.enterCode(6, "3333");
        host.receiveFrom(6);
        assertEquals("71 05 13 03", host.receiveFrom(6));
    }

    @Test
    void losesAnswersAndCommandsOnRequest() throws IOException {
        stick.command("{'cmd':'mute','node':3}");
        host.sendTo(3, "63 04");
        host.sendTo(3, "63 02 05");
        assertEquals("63 03 05 01 34 37 31 31", host.receiveFrom(3));

        stick.command("{'cmd':'mute','node':3,'what':'commands'}");
        host.send("00 A9 01 03 02 63 04 25 00 00 00 00 13");
        host.expect("01 A9 01");
        host.expect("00 A9 13 01");
    }

    @Test
    void repeatsAndDelaysAnswersOnRequest() throws IOException {
        stick.command("{'cmd':'repeat','node':3}");
        stick.command("{'cmd':'delay','node':3,'ms':50}");
        host.sendTo(3, "63 02 05");
        assertEquals("63 03 05 01 34 37 31 31", host.receiveFrom(3));
        assertEquals("63 03 05 01 34 37 31 31", host.receiveFrom(3));
        stick.command("{'cmd':'delay','node':3,'ms':0}");
    }

    @Test
    void saysThatItHasRestarted() throws IOException {
        stick.command("{'cmd':'resetStick'}");
        assertTrue(host.receive().startsWith("00 0A 00"));
        host.send("00 08");
        assertTrue(host.receive().startsWith("00 0A 07"));
        host.sendTo(3, "63 02 05");
        assertEquals("63 03 05 01 34 37 31 31", host.receiveFrom(3));
    }

    @Test
    void tellsOfOperationsByHandAndByRadio() throws IOException {
        stick.command("{'cmd':'lock','node':3}");
        assertEquals("62 03 FF FF 00 FE FE FF 00", host.receiveFrom(3));
        assertEquals("71 05 00 00 00 FF 06 01 00", host.receiveFrom(3));
        host.sendTo(3, "62 01 00");
        assertEquals("62 03 00 FF 00 FE FE 00 00", host.receiveFrom(3));
        assertEquals("71 05 00 00 00 FF 06 04 00", host.receiveFrom(3));
        stick.command("{'cmd':'jam','node':3}");
        assertEquals("71 05 00 00 00 FF 06 0B 00", host.receiveFrom(3));
    }

    @Test
    void worksAgainAfterANoisyLine() throws IOException {
        stick.command("{'cmd':'line','seed':1,'corrupt':1}");
        host.write(RawHost.frame("00 15"));
        stick.drop();
        stick.command("{'cmd':'line','corrupt':0}");
        try (RawHost again = RawHost.on(stick)) {
            again.sendTo(3, "63 02 05");
            assertEquals("63 03 05 01 34 37 31 31", again.receiveFrom(3));
        }
    }

    @Test
    void countsFramesOnTheAirInBothDirections() throws IOException {
        stick.frames();
        host.sendTo(3, "63 02 05");
        host.receiveFrom(3);
        final JsonNode counted = stick.frames().path("nodes").path("3");
        assertEquals(1, counted.path("toNode").intValue());
        assertEquals(1, counted.path("fromNode").intValue());
        assertEquals(1, counted.path("commands").path("6302").intValue());
        assertEquals(1, counted.path("answers").path("6303").intValue());
        assertEquals(0, stick.frames().path("nodes").path("3").path("toNode").intValue());
    }

    @Test
    void keepsItsLocksOverALostConnection() throws IOException {
        stick.command("{'cmd':'addLocally','node':3,'user':9,'code':'8888'}");
        assertEquals("71 05 00 00 00 FF 06 0E 01 09", host.receiveFrom(3));
        stick.drop();
        assertEquals(-1, host.control());
        try (RawHost again = RawHost.on(stick)) {
            again.sendTo(3, "63 02 09");
            assertEquals("63 03 09 01 38 38 38 38", again.receiveFrom(3));
            stick.command("{'cmd':'deleteLocally','node':3,'user':9}");
            assertEquals("71 05 00 00 00 FF 06 0D 01 09", again.receiveFrom(3));
        }
    }

    @Test
    void endsWithItsInputAndAfterItsTime() {
        final ZwaveJsStick closed = ZwaveJsStick.start("{'nodes':[]}");
        closed.close();
        assertTrue(closed.endsWithin(0));
        try (ZwaveJsStick shortLived = ZwaveJsStick.start("{'nodes':[],'lifetimeSeconds':1}")) {
            assertTrue(shortLived.endsWithin(10));
        }
    }
}
