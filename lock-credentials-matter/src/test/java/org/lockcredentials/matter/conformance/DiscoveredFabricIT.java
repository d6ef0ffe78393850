package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.matter.peer.TwoHosts;
import org.lockcredentials.peer.Installed;
import org.lockcredentials.peer.Json;
import org.lockcredentials.peer.PeerProcess;

/** A fabric from a code alone, on two hosts with a cable between them: nobody tells an address, neither to begin with nor after the lock has moved. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class DiscoveredFabricIT {

    private static final int SECONDS = 60;
    private static final int STOP_SECONDS = 10;

    @TempDir
    private Path state;

    @TempDir
    private Path storage;

    private Path scripts;
    private TwoHosts hosts;

    @BeforeEach
    void join() {
        scripts = Installed.requireScripts("lock-credentials-matter");
        hosts = TwoHosts.join();
    }

    @AfterEach
    void part() {
        hosts.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"qrCode", "manualCode"})
    void aLockIsFoundByItsCodeAndAgainWhereverItIs(String kind) {
        PeerProcess lock = lock(5540);
        String code = Json.read(lock.next(SECONDS)).required(kind).textValue();
        try (PeerProcess host = host()) {
            assertEquals("1", answer(host, "commission " + code));
            assertEquals("CONFIRMED", answer(host, "unlock"));
            end(host);
        }
        try (PeerProcess host = host()) {
            assertEquals("CONFIRMED", answer(host, "lock"));
            end(lock);
            TwoHosts.run(hosts.far("ip", "addr", "del", "fd11::2/64", "dev", "v1"));
            TwoHosts.run(hosts.far("ip", "link", "set", "v1", "down"));
            TwoHosts.run(hosts.far("ip", "link", "set", "v1", "address", "02:00:00:00:00:77"));
            TwoHosts.run(hosts.far("ip", "link", "set", "v1", "up"));
            TwoHosts.run(hosts.far("ip", "addr", "add", "fd11::77/64", "dev", "v1"));
            try (PeerProcess moved = lock(5577)) {
                moved.next(SECONDS);
                assertEquals("CONFIRMED", answer(host, "unlock"));
                moved.send("{\"cmd\":\"state\"}");
                JsonNode told = Json.read(moved.next(SECONDS));
                assertEquals(2, told.path("lockState").intValue(), told.path("lockState")::toString);
                end(host);
                try (PeerProcess again = host()) {
                    assertEquals("CONFIRMED", answer(again, "lock"));
                }
            }
        }
    }

    private PeerProcess lock(int port) {
        return new PeerProcess(
                "lock",
                hosts.far(
                        "node",
                        scripts.resolve("lock.mjs").toString(),
                        Json.line("{'interface':'v1','address':null,'port':%d,'storage':'%s'}"
                                .formatted(port, storage))));
    }

    private PeerProcess host() {
        PeerProcess host = new PeerProcess(
                "host",
                hosts.near(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FabricProgram.class.getName(),
                        state.toString()));
        assertEquals("ready", host.next(SECONDS));
        return host;
    }

    private static String answer(PeerProcess host, String command) {
        host.send(command);
        return host.next(SECONDS);
    }

    private static void end(PeerProcess process) {
        process.terminate();
        process.ended(STOP_SECONDS);
        process.close();
    }
}
