package org.lockcredentials.simulation;

import java.util.List;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Secret;
import org.lockcredentials.conformance.LockUnderTest;
import org.lockcredentials.conformance.TrueUser;
import org.lockcredentials.spi.LockBackend;
import org.lockcredentials.testing.Pins;

/** A simulated lock with nobody in it. */
final class SimulatedUnderTest implements LockUnderTest {

    private final SimulatedLock lock;
    private final Secret finger = Secret.of(Pins.nextPassword());

    SimulatedUnderTest(SimulatedLockBuilder builder) {
        lock = builder.build();
    }

    @Override
    public LockBackend backend() {
        return SimulatedBackend.of(lock);
    }

    @Override
    public LockId id() {
        return lock.id();
    }

    @Override
    public List<TrueUser> truth() {
        return lock.truth().stream().map(SimulatedUnderTest::told).toList();
    }

    @Override
    public long requests() {
        return lock.traffic().total();
    }

    @Override
    public void enterCode(Secret code) {
        lock.enterCode(code);
    }

    @Override
    public void present(CredentialType type) {
        lock.present(type, finger);
    }

    @Override
    public void restart() {
        lock.restart();
    }

    @Override
    public void close() {
        finger.wipe();
    }

    private static TrueUser told(HeldUser held) {
        return new TrueUser(held.user().index(), held.user().name(), held.user().enabled(), held.codes());
    }
}
