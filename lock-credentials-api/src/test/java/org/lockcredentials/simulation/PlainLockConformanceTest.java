package org.lockcredentials.simulation;

import org.lockcredentials.Capabilities.Credentials;
import org.lockcredentials.Capabilities.Enabling;
import org.lockcredentials.Capabilities.ReadBack;
import org.lockcredentials.CredentialType;
import org.lockcredentials.conformance.LockBackendConformance;
import org.lockcredentials.conformance.LockUnderTest;

/** A small lock with users of their own, which masks its codes and cannot disable anybody. */
final class PlainLockConformanceTest extends LockBackendConformance {

    @Override
    protected LockUnderTest open() {
        return new SimulatedUnderTest(SimulatedLock.builder("1", "Shed")
                .users(9, 16)
                .enabling(Enabling.NONE)
                .credentials(CredentialType.PIN, new Credentials(12, 4, 8, 2, true, false, ReadBack.MASKED)));
    }
}
