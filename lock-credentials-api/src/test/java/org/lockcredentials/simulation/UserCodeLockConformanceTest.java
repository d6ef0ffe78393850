package org.lockcredentials.simulation;

import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;

/** A lock whose code slots are its users, which shows its codes. */
final class UserCodeLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.userCode("1", "Garden gate"));
    }
}
