package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.Secret;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.CommissioningRequest;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.MatterConfig;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.testing.MemoryStore;

/** The clock of matter.js's lock: set when it is taken in, left alone while it is right, and set again when it loses what it knew. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ClockIT {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final MemoryStore store = new MemoryStore();

    @Test
    void isSetWhenItMustBeAndNotOtherwise() {
        try (MatterJsLock peer = MatterJsLock.start("{}")) {
            commission(peer);
            assertWrites(1, 1, 1, clock(peer, "{}"));
            try (LockCredentialManager manager = open(backend(NEW_YORK))) {
                assertEquals(1, await(manager.locks()).size());
                JsonNode moved = clock(peer, "{'dst':2}");
                assertWrites(1, 2, 2, moved);
                JsonNode zone = moved.path("zones").path(0);
                assertEquals("America/New_York", zone.path("name").textValue());
                assertEquals(-5 * 3600, zone.path("offset").intValue());
                assertEquals(
                        NEW_YORK.getRules().getDaylightSavings(Instant.now()).toSeconds(),
                        moved.path("savings").path(0).path("offset").longValue());
            }
            peer.command("{'cmd':'loseTime'}");
            try (LockCredentialManager manager = open(backend(NEW_YORK))) {
                JsonNode again = clock(peer, "{'utc':2}");
                assertTrue(Math.abs(again.path("ahead").longValue()) < 5_000_000, again::toString);
                assertWrites(2, 2, 2, again);
                peer.restart();
                assertWrites(1, 0, 0, clock(peer, "{'utc':1}"));
                assertEquals(1, await(manager.locks()).size());
            }
        }
    }

    private static void assertWrites(int utc, int zone, int dst, JsonNode clock) {
        JsonNode writes = clock.path("writes");
        assertEquals(
                List.of(utc, zone, dst),
                List.of(
                        writes.path("utc").intValue(),
                        writes.path("zone").intValue(),
                        writes.path("dst").intValue()));
    }

    private void commission(MatterJsLock peer) {
        MatterBackend backend = backend(BERLIN);
        try (LockCredentialManager manager = open(backend);
                Secret code = Secret.of(peer.qrCode())) {
            await(backend.controller().commission(CommissioningRequest.of(code).at(peer.address())));
            assertEquals(1, await(manager.locks()).size());
        }
    }

    private LockCredentialManager open(MatterBackend backend) {
        return await(LockCredentialManager.builder()
                .backend(backend)
                .stateStore(store)
                .open());
    }

    private static MatterBackend backend(ZoneId zone) {
        return new MatterBackend(MatterConfig.builder()
                .address(Commissioned.loopback().local().getAddress())
                .discovery(false)
                .testAttestation(true)
                .zone(zone)
                .build());
    }

    private static JsonNode clock(MatterJsLock peer, String writes) {
        return peer.command("{'cmd':'clock','writes':%s}".formatted(writes));
    }
}
