package org.lockcredentials.zwave.command.usercode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.command.Wire.assertReads;
import static org.lockcredentials.zwave.command.Wire.assertWire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;

class UserCodeTest {

    private static final Secret PIN = Secret.of("1007");

    @Test
    void setCarriesTheCodeToTheEndOfTheCommand() throws DecodeException {
        assertWire("63 01 01 01 31 30 30 37", new UserCode.Set(1, UserIdStatus.ENABLED, PIN));
        assertWire("63 01 00 00 00 00 00 00", UserCode.Set.clear(0));
    }

    @Test
    void reportKeepsLeadingZerosAndDropsTheFilling() throws DecodeException {
        assertWire(
                "63 03 05 01 30 30 31 32",
                new UserCode.Report(5, UserIdStatus.ENABLED, Optional.of(Secret.of("0012"))));
        assertReads(
                "63 03 05 01 31 30 30 37 00 00 00 00 00 00",
                new UserCode.Report(5, UserIdStatus.ENABLED, Optional.of(PIN)));
        assertWire("63 03 05 00 00 00 00 00", new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty()));
        assertReads("63 03 05 00", new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty()));
        assertWire("63 03 1F FE", new UserCode.Report(31, UserIdStatus.NOT_AVAILABLE, Optional.empty()));
    }

    @Test
    void aReservedStatusIsReadAsItIs() throws DecodeException {
        assertReads("63 03 05 7B", new UserCode.Report(5, new UserIdStatus(0x7B), Optional.empty()));
    }

    @Test
    void getIsAnsweredByTheReportOfItsUserOnly() {
        UserCode.Get get = new UserCode.Get(5);
        UserCode.Report five = new UserCode.Report(5, UserIdStatus.AVAILABLE, Optional.empty());
        assertEquals(Optional.of(five), get.answer(five));
        assertTrue(get.answer(new UserCode.Report(6, UserIdStatus.AVAILABLE, Optional.empty()))
                .isEmpty());
        assertTrue(get.answer(new UsersNumber.Report(5)).isEmpty());
    }

    @Test
    void whatNoKeypadCanEnterIsNoCode() {
        for (String none : List.of("******", "***1", "1***", "", "123", "12345678901", "12 34", "12\u00003")) {
            assertTrue(ReportedCode.isMasked(Secret.of(none)), none);
        }
        for (String code : List.of("0000", "1234567890", "12AB", "#123")) {
            assertFalse(ReportedCode.isMasked(Secret.of(code)), code);
        }
    }

    @Test
    void usersNumberReadsBothVersions() throws DecodeException {
        assertWire("63 04", new UsersNumber.Get());
        assertWire("63 05 FF 01 2C", new UsersNumber.Report(300));
        assertReads("63 05 1E", new UsersNumber.Report(30));
    }

    @Test
    void capabilitiesFollowTheTableOfVersion2() throws DecodeException {
        assertWire(
                "63 07 C1 07 E1 03 08 00 00 00 00 00 00 FF 03",
                new UserCodeCapabilities.Report(
                        true,
                        true,
                        true,
                        true,
                        true,
                        Set.of(UserIdStatus.AVAILABLE, UserIdStatus.ENABLED, UserIdStatus.DISABLED),
                        Set.of(KeypadMode.NORMAL, KeypadMode.VACATION),
                        Set.of(48, 49, 50, 51, 52, 53, 54, 55, 56, 57)));
    }

    @Test
    void extendedCommandsCarrySeveralUsers() throws DecodeException {
        List<UserCodeEntry> entries =
                List.of(new UserCodeEntry(1, UserIdStatus.ENABLED, Optional.of(PIN)), UserCodeEntry.clear(300));
        assertWire("63 0B 02 00 01 01 04 31 30 30 37 01 2C 00 00", new ExtendedUserCode.Set(entries));
        assertWire("63 0C 00 01 01", new ExtendedUserCode.Get(1, true));
        ExtendedUserCode.Report report = new ExtendedUserCode.Report(entries, 301);
        assertWire("63 0D 02 00 01 01 04 31 30 30 37 01 2C 00 00 01 2D", report);
        assertTrue(new ExtendedUserCode.Get(1, true).answer(report).isPresent());
        assertTrue(new ExtendedUserCode.Get(300, true).answer(report).isEmpty());
    }

    @Test
    void aCountBeyondTheEndIsRefused() {
        assertThrows(
                DecodeException.class, () -> org.lockcredentials.zwave.command.Wire.decode("63 0D FF 00 01 01 04 31"));
    }

    @Test
    void adminCodeIsBehindItsLength() throws DecodeException {
        assertWire("63 0E 04 31 30 30 37", new AdminCode.Set(Optional.of(PIN)));
        assertWire("63 0E 00", new AdminCode.Set(Optional.empty()));
        assertWire("63 10 04 31 30 30 37", new AdminCode.Report(Optional.of(PIN)));
        assertWire("63 08 01", new UserCodeKeypadMode.Set(KeypadMode.VACATION));
        assertWire("63 0A 03", new UserCodeKeypadMode.Report(KeypadMode.LOCKED_OUT));
    }

    /** The example of SDS13781 §4.116.19. */
    @Test
    void checksumIsThatOfTheSpecification() throws DecodeException {
        assertEquals(
                0xEAAD,
                UserCodeChecksum.of(List.of(
                        new UserCodeEntry(3, UserIdStatus.ENABLED, Optional.of(Secret.of("88473"))),
                        UserCodeEntry.clear(2),
                        new UserCodeEntry(1, UserIdStatus.PASSAGE_MODE, Optional.of(Secret.of("9277"))))));
        assertEquals(0, UserCodeChecksum.of(List.of(UserCodeEntry.clear(1))));
        assertWire("63 12 EA AD", new UserCodeChecksum.Report(0xEAAD));
    }

    @Test
    void whatCarriesACodeSaysSoAndNeverShowsIt() {
        UserCode.Set set = new UserCode.Set(1, UserIdStatus.ENABLED, PIN);
        assertTrue(set.sensitive());
        assertFalse(set.toString().contains("1007"));
        assertFalse(new UserCode.Get(1).sensitive());
        IllegalArgumentException tooLong = assertThrows(
                IllegalArgumentException.class,
                () -> new UserCodeEntry(1, UserIdStatus.ENABLED, Optional.of(Secret.of("1234567890123456"))));
        assertFalse(tooLong.getMessage().contains("1234567890123456"));
    }
}
