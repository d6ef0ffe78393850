package org.lockcredentials.simulation;

import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;

/** A lock with users and credentials of their own, which shows its codes. */
final class UserCredentialLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.userCredential("1", "Front door"));
    }
}
