package org.lockcredentials.conformance;

import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.simulation.SimulatedLock;

/** A lock whose code slots are its users, which shows no code. */
final class MaskedCodeLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.userCode("1", "Garden gate").readBack(ReadBack.MASKED));
    }
}
