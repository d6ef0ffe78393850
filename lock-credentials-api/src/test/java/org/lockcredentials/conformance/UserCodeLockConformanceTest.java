package org.lockcredentials.conformance;

import org.lockcredentials.simulation.SimulatedLock;

/** A lock whose code slots are its users, which shows its codes. */
final class UserCodeLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.userCode("1", "Garden gate"));
    }
}
