package org.lockcredentials.simulation;

import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;

/** A lock whose code slots are its users, which shows no code. */
final class MaskedCodeLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.userCode("1", "Garden gate").readBack(ReadBack.MASKED));
    }
}
