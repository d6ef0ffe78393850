package org.lockcredentials.zwave.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** zwave-js tells what a lock holds and leaves it as it was. */
class SecondOpinionIT {
    private static final String SCENARIO = """
            {'nodes': [
              {'id': 2, 'userCredential': {'initial': [{'user': 4, 'name': 'Ann', 'credentials': [{'slot': 3, 'data': '0042'}]}]}},
              {'id': 3, 'userCode': {'users': 10, 'codes': [{'user': 5, 'code': '4711'}]}},
              {'id': 4, 'userCode': {'version': 1, 'users': 10, 'codes': [{'user': 6, 'code': '0815'}]}}
            ]}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsUsersAndCredentials() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(SCENARIO)) {
            final JsonNode opinion = SecondOpinion.of(stick, 2, folder);
            assertEquals(30, opinion.path("maxUsers").intValue());
            assertEquals("Ann", opinion.path("users").path(0).path("name").textValue());
            final JsonNode credential = opinion.path("credentials").path(0);
            assertEquals(4, credential.path("user").intValue());
            assertEquals(3, credential.path("slot").intValue());
            assertEquals("0042", credential.path("data").textValue());
            assertEquals(1, stick.state(2).path("credentials").size());
        }
    }

    @Test
    void readsUserCodesAndClearsNone() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(SCENARIO)) {
            for (final int node : List.of(3, 4)) {
                final JsonNode before = stick.state(node).path("codes");
                final JsonNode credentials =
                        SecondOpinion.of(stick, node, folder.resolve("cache")).path("credentials");
                assertEquals(1, credentials.size());
                assertEquals(before.path(0).path("code"), credentials.path(0).path("data"));
                assertEquals(before, stick.state(node).path("codes"));
            }
            final JsonNode nodes = stick.frames().path("nodes");
            for (final JsonNode node : nodes) {
                node.path("commands").fieldNames().forEachRemaining(SecondOpinionIT::assertReadsOnly);
            }
        }
    }

    private static void assertReadsOnly(final String command) {
        assertTrue(List.of("6301", "630B", "8305", "830A").stream().noneMatch(command::contains), command);
    }
}
