package org.lockcredentials.matter.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.lockcredentials.matter.peer.TwoHosts;
import org.lockcredentials.peer.Installed;
import org.lockcredentials.peer.PeerProcess;

/** Real sockets and real multicast: discovery on one host, matter.js's lock on another. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MdnsDiscoveryIT {

    private static final int START_SECONDS = 60;
    private static final int ANSWER_SECONDS = 60;
    private static final String LOCK = "{\"interface\":\"v1\",\"address\":null,\"port\":5540,\"discriminator\":3841}";

    private static TwoHosts hosts;
    private static PeerProcess lock;
    private static PeerProcess program;

    @BeforeAll
    static void start() {
        Path scripts = Installed.requireScripts("lock-credentials-matter");
        hosts = TwoHosts.join();
        lock = new PeerProcess(
                "lock", hosts.far("node", scripts.resolve("lock.mjs").toString(), LOCK));
        program = new PeerProcess(
                "discovery",
                hosts.near(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DiscoveryProgram.class.getName()));
        lock.next(START_SECONDS);
        program.next(START_SECONDS);
    }

    @AfterAll
    static void stop() {
        for (AutoCloseable each : new AutoCloseable[] {program, lock, hosts}) {
            close(each);
        }
    }

    @Test
    void findsALockByItsDiscriminator() {
        String found = answer("long 3841");
        assertTrue(found.contains("discriminator=3841, window=BASIC, vendorId=Optional[65521]"), found);
        assertTrue(found.contains("[fd11:0:0:0:0:0:0:2]:5540"), found);
        assertTrue(found.matches(".*\\[fe80:[0-9a-f:]+%\\w+\\]:5540.*"), found);
        assertTrue(answer("short 15").contains("discriminator=3841"));
    }

    @Test
    void findsALockOnAnInterfaceThatComesUpMeanwhile() {
        TwoHosts.run(hosts.near("ip", "link", "set", "v0", "down"));
        program.send("long 3841");
        TwoHosts.run(hosts.near("ip", "link", "set", "v0", "up"));
        String found = program.next(ANSWER_SECONDS);
        assertTrue(found.contains("discriminator=3841"), found);
        TwoHosts.run(hosts.near("ip", "addr", "replace", "fd11::1/64", "dev", "v0"));
    }

    /** The last one: it closes the window. */
    @Test
    @Order(Integer.MAX_VALUE)
    void findsACommissionedLockByItsName() {
        Path scripts = Installed.requireScripts("lock-credentials-matter");
        try (PeerProcess controller = new PeerProcess(
                "controller",
                hosts.far("node", scripts.resolve("controller.mjs").toString()))) {
            controller.next(START_SECONDS);
            controller.send("{\"cmd\":\"commission\",\"passcode\":20202021,\"port\":5540,\"address\":\"fd11::2\"}");
            String commissioned = controller.next(START_SECONDS);
            assertTrue(commissioned.contains("\"ok\":true"), commissioned);
            String name = answer("names");
            String found = answer("node " + name);
            assertTrue(found.contains("[fd11:0:0:0:0:0:0:2]:5540"), found);
            assertEquals("Optional.empty", answer("node 0000000000000001-0000000000000002"));
        }
    }

    private static String answer(String command) {
        program.send(command);
        return program.next(ANSWER_SECONDS);
    }

    private static void close(AutoCloseable each) {
        try {
            if (each != null) {
                each.close();
            }
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
