package org.lockcredentials.zwave.command.doorlocklogging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

/** The record of zwave-js packages/zwave-js test cc/DoorLockLoggingCC, with and without a code. */
class LoggingRecordTest {

    private static final LoggedAt AT = new LoggedAt(1989, 12, 27, 10, 40, 30);

    @Test
    void aRecordTellsWhenAndWho() throws DecodeException {
        assertWire("4C 02 14", new LoggingRecordsSupported.Report(20));
        assertWire("4C 03 01", new LoggingRecord.Get(1));
        LoggingRecord.Report report =
                new LoggingRecord.Report(7, true, AT, LoggedEvent.KEYPAD_LOCK, 1, Optional.empty());
        assertWire("4C 04 07 07 C5 0C 1B 2A 28 1E 01 01 00", report);
        assertReads("4C 04 07 07 C5 0C 1B 2A 28 1E 01 01 00 00", report);
        assertEquals(Optional.of(LocalDateTime.of(1989, 12, 27, 10, 40, 30)), AT.time());
        assertEquals(Optional.empty(), new LoggedAt(0, 0, 0, 0, 0, 0).time());
    }

    @Test
    void aCodeInARecordIsNotShown() throws DecodeException {
        LoggingRecord.Report report =
                new LoggingRecord.Report(7, true, AT, LoggedEvent.KEYPAD_UNLOCK, 0, Optional.of(Secret.of("1007")));
        assertWire("4C 04 07 07 C5 0C 1B 2A 28 1E 02 00 04 31 30 30 37", report);
        assertFalse(report.toString().contains("1007"));
    }
}
