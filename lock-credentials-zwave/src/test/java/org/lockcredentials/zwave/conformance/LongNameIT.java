package org.lockcredentials.zwave.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.Lock;
import org.lockcredentials.Outcome;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.manager.LockCredentialManager;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** The longest name, encrypted, fits no frame: it goes to the lock, and comes back, in segments of Transport Service. */
final class LongNameIT {

    private static final String NAME = "Wilhelmina Featherstonehaugh III";
    private static final String FIRST_SEGMENT = "55C0";

    @TempDir
    private Path folder;

    @Test
    void aNameOf32CharactersIsWrittenAndReadBack() {
        assertEquals(32, NAME.length());
        LockKind kind = LockKind.S2_USER_CREDENTIAL;
        try (ZwaveJsStick stick = kind.start();
                ZwaveJsLock under = new ZwaveJsLock(stick, kind, new Reach(Reach.Way.TCP, stick, folder))) {
            try (LockCredentialManager host = SecureHost.at(stick, new MemoryStateStore())) {
                Lock lock = Witness.over(Lock.class, host.lock(under.id()));
                await(lock.users().list());
                stick.frames();
                UserUpdate named = UserUpdate.builder().name(NAME).build();
                assertEquals(Outcome.CONFIRMED, await(lock.users().set(named)).outcome());
                JsonNode carriers = carriers(stick);
                assertEquals(1, carriers.at("/toNode/" + FIRST_SEGMENT).intValue(), carriers.toString());
                assertEquals(Optional.of(NAME), under.truth().get(0).name());
            }
            // A host that knows nothing of it has only the lock to ask.
            try (LockCredentialManager other = SecureHost.at(stick, new MemoryStateStore())) {
                stick.frames();
                Lock lock = Witness.over(Lock.class, other.lock(under.id()));
                assertEquals(
                        Optional.of(NAME), await(lock.users().list()).get(0).name());
                JsonNode carriers = carriers(stick);
                assertTrue(carriers.at("/fromNode/" + FIRST_SEGMENT).intValue() > 0, carriers.toString());
            }
        }
    }

    private static JsonNode carriers(ZwaveJsStick stick) {
        return stick.frames().at("/nodes/" + LockKind.NODE + "/carriers");
    }
}
