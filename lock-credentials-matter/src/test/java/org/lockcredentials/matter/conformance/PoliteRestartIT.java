package org.lockcredentials.matter.conformance;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.conformance.Commissioned.await;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.matter.MatterBackend;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.testing.MemoryStore;

/** A lock that says good-bye before it restarts is heard again soon, though nobody asks it anything. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PoliteRestartIT {

    /** Far below the two minutes and more after which silence is noticed. */
    private static final int SOON = 20;

    private final MemoryStore store = new MemoryStore();
    private final BlockingQueue<LockEvent.Alarm> alarms = new LinkedBlockingQueue<>();

    @Test
    void whatHappensAfterTheRestartIsTold() throws Exception {
        try (MatterJsLock peer = MatterJsLock.start("{}")) {
            Commissioned.lock(store, peer.qrCode(), peer.address());
            try (LockCredentialManager manager = await(LockCredentialManager.builder()
                    .backend(new MatterBackend(Commissioned.loopback()))
                    .stateStore(store)
                    .open())) {
                manager.events().subscribe(this::heard);
                peer.command("{'cmd':'alarm','kind':'jammed'}");
                isTold();
                peer.restart();
                peer.command("{'cmd':'alarm','kind':'tamper'}");
                isTold();
            }
        }
    }

    private void heard(LockEvent event) {
        if (event instanceof LockEvent.Alarm alarm) {
            alarms.add(alarm);
        }
    }

    private void isTold() throws InterruptedException {
        assertTrue(alarms.poll(SOON, TimeUnit.SECONDS) != null, "nothing was told within " + SOON + " s");
    }
}
