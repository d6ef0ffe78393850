package org.lockcredentials.zwave.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.peer.Json;

/** Locks with security do as real ones do; zwave-js's own driver, which knows nothing of these scripts, is the witness. */
class SecureLockIT {
    private static final String KEYS = """
            {'S2_AccessControl':'00112233445566778899AABBCCDDEEFF','S0_Legacy':'0102030405060708090A0B0C0D0E0F10'}
            """;
    private static final String INCLUDED = """
            {'keys': %s, 'nodes': [
              {'id': 2, 'secure': 'S2_AccessControl', 'userCredential': {'initial': [{'user': 4, 'name': 'Ann', 'credentials': [{'slot': 3, 'data': '0042'}]}]}},
              {'id': 3, 'secure': 'S0_Legacy', 'userCode': {'users': 5, 'codes': [{'user': 5, 'code': '4711'}]}}]}
            """.formatted(KEYS);
    private static final String NEW = """
            {'nodes': [{'id': 2, 'included': false, 'joins': 'asked', 'secure': ['S2_AccessControl', 'S2_Authenticated', 'S2_Unauthenticated', 'S0_Legacy'],
              'userCode': {'users': 5, 'codes': [{'user': 5, 'code': '4711'}]}}]}
            """;
    private static final String SMART_START = """
            {'nodes': [{'id': 2, 'included': false, 'smartStart': true, 'secure': ['S2_AccessControl'], 'userCode': {}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void answersAHostThatHoldsTheKeysBeforeAndAfterItsRestart() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED)) {
            final Path keys = SecondOpinion.writeKeys(Json.read(Json.line(KEYS)), folder.resolve("keys"));
            final JsonNode first = SecondOpinion.of(stick, 2, folder, keys);
            assertEquals("S2_AccessControl", first.path("security").textValue());
            assertEquals("0042", first.path("credentials").path(0).path("data").textValue());
            final JsonNode carriers = stick.frames().path("nodes").path("2").path("carriers");
            assertTrue(carriers.path("toNode").path("9F03").intValue() > 20, carriers.toString());
            assertTrue(carriers.path("fromNode").path("9F02").intValue() > 0, carriers.toString());

            stick.restart(3);
            final JsonNode second = SecondOpinion.of(stick, 3, folder, keys);
            assertEquals("S0_Legacy", second.path("security").textValue());
            assertEquals("4711", second.path("credentials").path(0).path("data").textValue());
        }
    }

    @Test
    void joinsWithTheRightPinLeavesAndRefusesAWrongOne() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(NEW)) {
            final JsonNode label = stick.dsk(2);
            final String pin = label.path("pin").textValue();
            stick.join(2);
            final JsonNode included = SecondOpinion.including(stick, pin, folder);
            assertEquals(2, included.path("node").intValue());
            assertEquals("S2_AccessControl", included.path("security").textValue());
            assertEquals(label.path("hex"), included.path("dsk"));
            assertEquals(
                    "4711", included.path("credentials").path(0).path("data").textValue());
            assertEquals(4, stick.state(2).path("security").path("granted").size());

            final Path keys = SecondOpinion.writeKeys(included.path("keys"), folder.resolve("keys"));
            stick.leave(2);
            assertEquals(
                    2,
                    SecondOpinion.excluding(stick, folder, keys)
                            .path("excluded")
                            .intValue());
            assertFalse(stick.state(2).path("included").booleanValue());

            stick.join(2);
            final String wrong = "%05d".formatted((Integer.parseInt(pin) + 1) % 65536);
            final JsonNode refused =
                    SecondOpinion.including(stick, folder.resolve("other"), keys, "{'pin':'%s'}".formatted(wrong));
            assertEquals("None", refused.path("security").textValue());
            assertEquals(0, stick.state(2).path("security").path("granted").size());
        }
    }

    @Test
    void hidesThePinAndGrantsNothingUnasked() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(NEW);
                RawHost host = RawHost.on(stick)) {
            stick.join(2);
            host.send("00 4A C1 07");
            host.expect("00 4A 07 01 00 00");
            host.expect("00 4A 07 02 00 00");
            assertTrue(host.receive().startsWith("00 4A 07 03 02 "), "the lock's node information");
            host.expect("00 4A 07 05 02 00");
            host.send("00 4A 05 08");
            host.expect("00 4A 08 06 02 00");

            host.sendTo(2, "63 02 05");
            host.sendTo(2, "9F 04");
            assertEquals("9F 05 00 02 01 87", host.receiveFrom(2));
            host.sendTo(2, "9F 06 00 02 01 04");
            final String key = host.receiveFrom(2);
            final String label = stick.dsk(2).path("hex").textValue();
            assertTrue(key.startsWith("9F 08 00 00 00 "), key);
            assertEquals(
                    label.substring(4), key.replace(" ", "").substring(10, 38).toLowerCase());

            host.sendTo(2, "9F 04");
            host.receiveFrom(2);
            host.sendTo(2, "9F 06 00 02 01 08");
            assertEquals("9F 07 01", host.receiveFrom(2));
            assertEquals(
                    "failed 1", stick.state(2).path("security").path("exchange").textValue());
        }
    }

    @Test
    void ignoresSecuredClassesInTheClear() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED);
                RawHost host = RawHost.on(stick)) {
            host.sendTo(2, "83 0A 00 04 01 00 09 00 04 31 31 31 31");
            host.sendTo(2, "6C 01 05 03 62 01 00");
            host.sendTo(2, "5E 01");
            assertTrue(host.receiveFrom(2).startsWith("5E 02 "), "nothing but what is never secured");
            assertEquals(1, stick.state(2).path("credentials").size());
            host.sendTo(2, "9F 01 05");
            final String nonce = host.receiveFrom(2);
            assertTrue(nonce.startsWith("9F 02 ") && nonce.substring(9, 11).equals("01"), nonce);
            host.sendTo(3, "98 40");
            assertTrue(host.receiveFrom(3).startsWith("98 80 "), "S0 Nonce Report");
        }
    }

    @Test
    void repeatsNoncesAndForgeriesAsAnAttackerWould() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED);
                RawHost host = RawHost.on(stick)) {
            stick.attack(2, "forge", ",'hex':'71050000 00ff0606 00'".replace(" ", ""));
            assertEquals("71 05 00 00 00 FF 06 06 00", host.receiveFrom(2));
            stick.attack(2, "downgrade", ",'hex':'6203ff'");
            assertEquals("62 03 FF", host.receiveFrom(2));
            stick.attack(2, "wrongKey", "");
            assertTrue(host.receiveFrom(2).startsWith("9F 03 "), "sealed, with a key of nobody's");
            stick.attack(2, "flood", ",'count':3");
            for (int i = 0; i < 3; i++) {
                assertTrue(host.receiveFrom(2).startsWith("9F 01 "), "Nonce Get");
            }
            stick.enterCode(2, "0042");
            assertTrue(host.receiveFrom(2).startsWith("9F 01 "), "a lock without a SPAN asks first");
            stick.attack(2, "toNode", ",'hex':'830A000401000900043131 3131'".replace(" ", ""));
            assertEquals(1, stick.state(2).path("credentials").size());
        }
    }

    @Test
    void losesAndDoublesFramesInBothDirections() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED);
                RawHost host = RawHost.on(stick)) {
            stick.weather(2, 1, 0, 1, 0);
            host.sendTo(2, "5E 01");
            final String report = host.receiveFrom(2);
            for (int i = 0; i < 3; i++) {
                assertEquals(report, host.receiveFrom(2));
            }
            stick.weather(2, 1, 1, 0, 0);
            host.send("00 A9 01 02 02 5E 01 25 00 00 00 00 13");
            host.expect("01 A9 01");
            host.expect("00 A9 13 01");
        }
    }

    @Test
    void takesADatagramInSegments() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED);
                RawHost host = RawHost.on(stick)) {
            host.sendTo(2, "55 C0 02 10 5E A2 27");
            host.sendTo(2, "55 E0 02 10 01 01 B4 BC");
            assertEquals("55 E8 10", host.receiveFrom(2));
            assertTrue(host.receiveFrom(2).startsWith("5E 02 "), "Z-Wave Plus Info Report");

            host.sendTo(2, "55 E0 02 20 01 01 00 00");
            host.sendTo(2, "55 C0 02 20 5E A7 B2");
            assertEquals("55 C8 20 01", host.receiveFrom(2));
            host.send("00 A9 01 02 2F 9F 03 %s 25 00 00 00 00 13".formatted("00 ".repeat(45)));
            host.expect("01 A9 01");
            host.expect("00 A9 13 02");
        }
    }

    @Test
    void includesALockThatAsksByItself() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(SMART_START)) {
            final JsonNode label = stick.dsk(2);
            final Path keys = SecondOpinion.writeKeys(Json.read(Json.line(KEYS)), folder.resolve("keys"));
            final String options =
                    "{'smartStart':'%s'}".formatted(label.path("dsk").textValue());
            final JsonNode included = SecondOpinion.including(stick, folder, keys, options);
            assertEquals("S2_AccessControl", included.path("security").textValue());
            assertTrue(stick.state(2).path("included").booleanValue());
        }
    }

    @Test
    void removesAFailedNode() throws Exception {
        try (ZwaveJsStick stick = ZwaveJsStick.start(INCLUDED);
                RawHost host = RawHost.on(stick)) {
            host.send("00 61 02 07");
            host.expect("01 61 00");
            host.expect("00 61 07 00");
            stick.dead(2, true);
            host.send("00 62 02");
            host.expect("01 62 01");
            host.send("00 61 02 08");
            host.expect("01 61 00");
            host.expect("00 61 08 01");
            assertFalse(stick.state(2).path("included").booleanValue());
        }
    }
}
