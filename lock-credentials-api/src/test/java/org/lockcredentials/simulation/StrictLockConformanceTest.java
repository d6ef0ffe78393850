package org.lockcredentials.simulation;

import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;

/** A lock that shows whether a slot is taken and no more, and wants a code to move its bolt. */
final class StrictLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.strictMatter("1", "Cellar"));
    }
}
