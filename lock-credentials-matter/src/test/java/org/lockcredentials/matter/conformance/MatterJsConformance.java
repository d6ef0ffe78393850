package org.lockcredentials.matter.conformance;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.LockId;
import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;
import org.lockcredentials.conformance.OtherSide;
import org.lockcredentials.matter.peer.MatterJsLock;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;

/** The suite on one lock of matter.js, which is commissioned once and emptied for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MatterJsConformance extends LockBackendConformance {

    private final String options;
    private final Set<OtherSide> abilities;
    private final StateStore fabric = new MemoryStateStore();
    private MatterJsLock lock;
    private LockId id;

    MatterJsConformance(String options, Set<OtherSide> abilities) {
        this.options = options;
        this.abilities = abilities;
    }

    @BeforeAll
    void commission(@TempDir Path storage) {
        lock = MatterJsLock.start(options.replace("STORAGE", storage.toString()));
        id = Commissioned.lock(fabric, lock.manualCode(), lock.address());
    }

    @AfterAll
    void end() {
        if (lock != null) {
            lock.close();
        }
    }

    @Override
    protected LockUnderTest open() {
        return MatterJsUnderTest.empty(lock, id, fabric, abilities);
    }
}
