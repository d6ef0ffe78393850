package org.lockcredentials.conformance;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/**
 * The list that every backend passes: users, credentials, access, schedules, the door, and the end, through the public API.
 *
 * <p>A backend's test extends this class and brings a lock. What the lock cannot do, by its {@link org.lockcredentials.Capabilities}, or its other side
 * cannot show, by its {@link OtherSide}, is skipped with a word why. Codes come from {@link org.lockcredentials.testing.Pins} and all that a host gets to see
 * goes through {@link org.lockcredentials.testing.Witness}, so that the leak watch finds a code wherever it gets out.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
public abstract class LockBackendConformance
        implements UserChecks, CredentialChecks, AccessChecks, ScheduleChecks, HappeningChecks, ClosingChecks {

    private LockUnderTest under;
    private Visit visit;

    /** A lock without users or credentials, for one test; the suite closes it. */
    protected abstract LockUnderTest open() throws Exception;

    @Override
    public final Visit visit() {
        return visit;
    }

    @BeforeEach
    final void arrive() throws Exception {
        under = open();
        visit = new Visit(under);
    }

    @AfterEach
    final void leave() {
        try {
            if (visit != null) {
                visit.close();
            }
        } finally {
            under.close();
        }
    }
}
