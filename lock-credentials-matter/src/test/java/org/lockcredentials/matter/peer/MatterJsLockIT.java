package org.lockcredentials.matter.peer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.testing.Pins;

/** The peers do what the tests of the SDK take for granted; matter.js's own controller is the witness. */
class MatterJsLockIT {
    private static final int DUPLICATE = 2;
    private static final int OCCUPIED = 3;

    @TempDir
    private Path folder;

    @Test
    void matterJsManagesTheLockAndTheLockTellsWhatItHolds() {
        final String pin = Pins.next();
        try (MatterJsLock lock = MatterJsLock.start("{}");
                MatterJsController controller = MatterJsController.start()) {
            controller.commission(lock.manualCode(), lock.address().getPort());
            assertEquals(1, lock.fabrics().size());
            controller.command("{'cmd':'setUser','index':2,'name':'Ann'}");
            assertEquals(0, set(controller, 2, 3, pin));
            assertEquals(OCCUPIED, set(controller, 2, 3, Pins.next()));
            assertEquals(DUPLICATE, set(controller, 2, 4, pin));

            final JsonNode credential = lock.state().path("credentials").path(0);
            assertEquals(3, credential.path("index").intValue());
            assertEquals(pin, credential.path("data").textValue());
            assertEquals("Ann", controller.users().path(0).path("userName").textValue());
            assertTrue(lock.requests() >= 5, "requests were not counted");

            assertTrue(lock.enterCode(pin).path("opened").booleanValue());
            assertFalse(lock.enterCode(Pins.next()).path("opened").booleanValue());
        }
    }

    @Test
    void theLockKeepsUsersAndFabricsOverAPowerCut() {
        try (MatterJsLock lock = MatterJsLock.start("{'storage':'%s'}".formatted(folder));
                MatterJsController controller = MatterJsController.start()) {
            controller.commission(lock.qrCode(), lock.address().getPort());
            controller.command("{'cmd':'setUser','index':2,'name':'Ann'}");
            lock.restart();
            assertEquals(1, lock.state().path("users").size());
            lock.cutPower();
            assertEquals(1, lock.state().path("users").size());
            assertEquals(1, lock.fabrics().size());
        }
    }

    @Test
    void aSecondControllerIsLetInThroughAWindow() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                MatterJsController first = MatterJsController.start();
                MatterJsController second = MatterJsController.start()) {
            first.commission(lock.manualCode(), lock.address().getPort());
            final JsonNode window = first.command("{'cmd':'openWindow'}");
            assertNotNull(window.path("manualCode").textValue());
            second.commission(
                    window.path("manualCode").textValue(), lock.address().getPort());
            assertEquals(2, lock.fabrics().size());
            second.command("{'cmd':'remove'}");
            assertEquals(1, lock.fabrics().size());
        }
    }

    @Test
    void matterJsGetsThroughABadNetwork() {
        try (MatterJsLock lock = MatterJsLock.start("{}");
                UdpRelay relay = UdpRelay.inFrontOf(lock.address(), 7);
                MatterJsController controller = MatterJsController.start()) {
            controller.commission(lock.manualCode(), relay.address().getPort());
            relay.weather(new UdpRelay.Weather(0.2, 0.1, 0.1));
            for (int user = 1; user <= 5; user++) {
                controller.command("{'cmd':'setUser','index':%d,'name':'Guest'}".formatted(user));
            }
            assertEquals(5, lock.state().path("users").size());
            assertTrue(relay.lost() > 0, "the network was fine");
        }
    }

    private static int set(final MatterJsController controller, final int user, final int slot, final String pin) {
        return controller
                .command("{'cmd':'setCredential','user':%d,'slot':%d,'pin':'%s'}".formatted(user, slot, pin))
                .path("status")
                .intValue();
    }
}
