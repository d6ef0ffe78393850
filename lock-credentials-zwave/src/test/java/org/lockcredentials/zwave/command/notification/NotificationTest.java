package org.lockcredentials.zwave.command.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;

class NotificationTest {

    @Test
    void aVersion1AlarmCarriesTheUserInTheLevel() throws DecodeException {
        assertWire("71 05 13 05", new Notification.Report(0x13, 5, Optional.empty()));
        assertReads("71 05 13 05 00", new Notification.Report(0x13, 5, Optional.empty()));
    }

    @Test
    void anEventHasParametersAndPerhapsANumber() throws DecodeException {
        assertWire(
                "71 05 13 05 00 FF 06 06 01 05",
                report(0x13, 5, AccessControlEvent.KEYPAD_UNLOCK, "05", OptionalInt.empty()));
        assertWire(
                "71 05 00 00 00 FF 06 01 80 2A",
                report(0, 0, AccessControlEvent.MANUAL_LOCK, "", OptionalInt.of(0x2A)));
        assertReads(
                "71 05 00 00 00 FF 06 01 80", report(0, 0, AccessControlEvent.MANUAL_LOCK, "", OptionalInt.empty()));
    }

    @Test
    void theUserIsFoundInWhateverALockSends() throws DecodeException {
        assertEquals(new EventDetail.User(5), detail("71 05 00 00 00 FF 06 06 01 05"));
        assertEquals(new EventDetail.User(5), detail("71 05 00 00 00 FF 06 06 03 63 03 05"));
        assertEquals(new EventDetail.User(300), detail("71 05 00 00 00 FF 06 21 02 01 2C"));
        assertEquals(new EventDetail.None(), detail("71 05 00 00 00 FF 06 01 00"));
        assertEquals(new EventDetail.None(), detail("71 05 00 00 00 FF 06 06 04 63 77 05 01"));
        assertEquals(
                new EventDetail.Code(new UserCode.Report(5, UserIdStatus.ENABLED, Optional.of(Secret.of("1007")))),
                detail("71 05 00 00 00 FF 06 06 08 63 03 05 01 31 30 30 37"));
        EventDetail.Credential credential = assertInstanceOf(
                EventDetail.Credential.class,
                detail("71 05 00 00 00 FF 06 24 14 83 0C 04 0007 01 0002 80 04 31303037 02 0001 00 0000"));
        assertEquals(7, credential.report().userId());
        EventDetail.UserChange user = assertInstanceOf(
                EventDetail.UserChange.class,
                detail("71 05 00 00 00 FF 06 30 14 83 07 04 0000 02 0001 0007 00 01 01 0000 00 03 41 6E 6E"));
        assertEquals("Ann", user.report().properties().name().text());
    }

    @Test
    void aReportNeverShowsItsParameters() throws DecodeException {
        Notification.Report report =
                (Notification.Report) Wire.decode("71 05 00 00 00 FF 06 06 08 63 03 05 01 31 30 30 37");
        assertTrue(report.sensitive());
        assertFalse(report.toString().contains("1007"));
        assertFalse(EventDetail.of(report.event().orElseThrow()).toString().contains("1007"));
    }

    @Test
    void aGetHasAsManyFieldsAsTheVersion() throws DecodeException {
        assertWire("71 04 13", new Notification.Get(0x13, Optional.empty(), OptionalInt.empty()));
        Notification.Get get = new Notification.Get(0, Optional.of(NotificationType.ACCESS_CONTROL), OptionalInt.of(6));
        assertWire("71 04 00 06 06", get);
        assertTrue(get.answer(report(0, 0, AccessControlEvent.KEYPAD_LOCK, "05", OptionalInt.empty()))
                .isPresent());
        assertTrue(
                get.answer(new Notification.Report(0x13, 5, Optional.empty())).isEmpty());
    }

    @Test
    void whatIsSupportedComesAsBitMasks() throws DecodeException {
        assertWire("71 07", new NotificationSupported.Get());
        assertWire(
                "71 08 82 40 03",
                new NotificationSupported.Report(
                        true,
                        Set.of(
                                NotificationType.ACCESS_CONTROL,
                                NotificationType.POWER_MANAGEMENT,
                                NotificationType.SYSTEM)));
        assertWire("71 01 06", new EventSupported.Get(NotificationType.ACCESS_CONTROL));
        assertWire(
                "71 02 06 02 62 08", new EventSupported.Report(NotificationType.ACCESS_CONTROL, Set.of(1, 5, 6, 11)));
    }

    private static EventDetail detail(String hex) throws DecodeException {
        return EventDetail.of(((Notification.Report) Wire.decode(hex)).event().orElseThrow());
    }

    private static Notification.Report report(
            int alarmType, int level, AccessControlEvent event, String parameters, OptionalInt sequence) {
        return new Notification.Report(
                alarmType,
                level,
                Optional.of(new NotificationEvent(
                        0xFF, NotificationType.ACCESS_CONTROL, event.code(), Wire.secret(parameters), sequence)));
    }
}
