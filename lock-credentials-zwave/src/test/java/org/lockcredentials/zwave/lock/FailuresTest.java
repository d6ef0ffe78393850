package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.lockcredentials.Reason;

final class FailuresTest {

    @Test
    void aBrokenStepTellsNotThatNothingWasDone() {
        assertEquals(
                Reason.TIMEOUT,
                Failures.translated(new IllegalStateException("a bug of ours")).reason());
    }
}
