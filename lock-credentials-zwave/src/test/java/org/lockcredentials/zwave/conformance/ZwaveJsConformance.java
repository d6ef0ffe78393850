package org.lockcredentials.zwave.conformance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** The list on one of zwave-js's locks. One stick serves the whole of it; each test finds the lock as it left the factory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ZwaveJsConformance extends LockBackendConformance {

    private final LockKind kind;
    private final Reach.Way way;

    @TempDir
    private Path folder;

    private ZwaveJsStick stick;

    ZwaveJsConformance(LockKind kind, Reach.Way way) {
        this.kind = kind;
        this.way = way;
    }

    @BeforeAll
    final void startStick() {
        stick = kind.start();
    }

    @AfterAll
    final void stopStick() {
        if (stick != null) {
            stick.close();
        }
    }

    @Override
    protected final LockUnderTest open() {
        return new ZwaveJsLock(stick, kind, new Reach(way, stick, folder));
    }
}
