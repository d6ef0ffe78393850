package org.lockcredentials.zwave.command.usercredential;

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
import org.lockcredentials.zwave.command.CrcCcitt;
import org.lockcredentials.zwave.command.Wire;

class UserCredentialTest {

    private static final Secret PIN = Secret.of("1007");
    private static final UserProperties ANN = new UserProperties(
            UserType.GENERAL, true, CredentialRule.SINGLE, 0, new UserName(NameEncoding.ASCII, "Ann"));

    /** Captured between zwave-js 15.29 and its mock lock. */
    @Test
    void settingAPinReadsAsOnTheWire() throws DecodeException {
        CredentialRecord.Set set = CredentialRecord.Set.add(1, CredentialType.PIN_CODE, 1, PIN);
        assertWire("83 0A 00 01 01 00 01 00 04 31 30 30 37", set);
        CredentialRecord.Report added = report(CredentialReportType.ADDED, 1, 1);
        assertWire("83 0C 00 0001 01 0001 80 04 31303037 02 0001 00 0000", added);
        assertTrue(set.answer(added).isPresent());
    }

    @Test
    void aSetIsAnsweredBySlotOrByTheDuplicateThatIsThere() {
        CredentialRecord.Set set = CredentialRecord.Set.add(1, CredentialType.PIN_CODE, 1, PIN);
        assertTrue(set.answer(report(CredentialReportType.ADDED, 1, 2)).isEmpty());
        assertTrue(
                set.answer(report(CredentialReportType.RESPONSE_TO_GET, 1, 1)).isEmpty());
        assertTrue(set.answer(report(CredentialReportType.DUPLICATE, 9, 12)).isPresent());
        assertTrue(set.answer(report(CredentialReportType.WRONG_USER, 9, 1)).isPresent());
    }

    @Test
    void aGetIsAnsweredByTheSlotItNames() {
        CredentialRecord.Report stored = report(CredentialReportType.RESPONSE_TO_GET, 1, 4);
        assertTrue(new CredentialRecord.Get(1, CredentialType.PIN_CODE, 4)
                .answer(stored)
                .isPresent());
        assertTrue(new CredentialRecord.Get(0, CredentialType.NONE, 0)
                .answer(stored)
                .isPresent());
        assertTrue(new CredentialRecord.Get(1, CredentialType.PIN_CODE, 5)
                .answer(stored)
                .isEmpty());
        assertTrue(new CredentialRecord.Get(1, CredentialType.PASSWORD, 4)
                .answer(stored)
                .isEmpty());
    }

    @Test
    void deletingEndsAfterTheOperation() throws DecodeException {
        assertWire("83 0A 00 01 01 00 01 02", CredentialRecord.Set.delete(1, CredentialType.PIN_CODE, 1));
        assertWire("83 05 02 00 07", UserRecord.Set.delete(7));
        assertReads("83 0A 00 01 01 00 01 02 00", CredentialRecord.Set.delete(1, CredentialType.PIN_CODE, 1));
    }

    @Test
    void aReservedOperationIsRefused() {
        assertThrows(DecodeException.class, () -> Wire.decode("83 0A 00 01 01 00 01 03 04 31 30 30 37"));
    }

    @Test
    void usersReadAsOnTheWire() throws DecodeException {
        assertWire("83 05 00 00 01 00 01 01 00 00 00 03 41 6E 6E", UserRecord.Set.add(1, ANN));
        UserRecord.Report report =
                new UserRecord.Report(UserReportType.RESPONSE_TO_GET, 3, new Modifier(ModifierType.Z_WAVE, 1), 1, ANN);
        assertWire("83 07 04 00 03 02 00 01 00 01 00 01 01 00 00 00 03 41 6E 6E", report);
        assertTrue(new UserRecord.Get(1).answer(report).isPresent());
        assertTrue(new UserRecord.Get(0).answer(report).isPresent());
        assertTrue(new UserRecord.Get(2).answer(report).isEmpty());
        assertTrue(UserRecord.Set.add(1, ANN).answer(report).isEmpty());
    }

    @Test
    void capabilitiesReadAsOnTheWire() throws DecodeException {
        assertWire(
                "83 02 00 1E 0E 0A F4 02 F9 02",
                new UserCapabilities.Report(
                        30,
                        Set.of(CredentialRule.SINGLE, CredentialRule.DUAL, CredentialRule.TRIPLE),
                        10,
                        Set.of(NameEncoding.ASCII, NameEncoding.UTF_16),
                        true,
                        true,
                        true,
                        Set.of(
                                UserType.GENERAL,
                                UserType.PROGRAMMING,
                                UserType.NON_ACCESS,
                                UserType.DURESS,
                                UserType.DISPOSABLE,
                                UserType.EXPIRING,
                                UserType.REMOTE_ONLY)));
        assertWire(
                "83 04 C0 02 01 09 00 80 00 1E 00 05 04 01 0A 20 00 1E 00 03 00 10",
                new CredentialCapabilities.Report(
                        true,
                        true,
                        false,
                        List.of(
                                new CredentialCapability(CredentialType.PIN_CODE, false, 30, 4, 10, 0, 0, 0),
                                new CredentialCapability(CredentialType.FINGER_BIOMETRIC, true, 5, 1, 32, 30, 3, 16))));
    }

    @Test
    void noNameEncodingToldMeansAll() throws DecodeException {
        UserCapabilities.Report report = (UserCapabilities.Report) Wire.decode("83 02 00 1E 02 0A 00 01 01");
        assertEquals(Set.of(NameEncoding.values()), report.encodings());
    }

    @Test
    void theOtherCommandsFollowTheirTables() throws DecodeException {
        assertWire(
                "83 0F 00 01 09 00 02 00 1E",
                new CredentialLearn.Start(1, CredentialType.FINGER_BIOMETRIC, 2, Operation.ADD, 30));
        assertWire("83 10", new CredentialLearn.Cancel());
        assertWire(
                "83 11 05 00 01 09 00 02 03",
                new CredentialLearn.Report(LearnStatus.STEP_RETRY, 1, CredentialType.FINGER_BIOMETRIC, 2, 3));
        assertWire("83 12 01 00 02 00 05", new CredentialAssociation.Set(CredentialType.PIN_CODE, 2, 5));
        assertWire(
                "83 13 01 00 02 00 05 04",
                new CredentialAssociation.Report(CredentialType.PIN_CODE, 2, 5, AssociationStatus.DESTINATION_INVALID));
        assertWire("83 1A 04 31 30 30 37", new AdminPinCode.Set(Optional.of(PIN)));
        assertWire("83 1C 44 31 30 30 37", new AdminPinCode.Report(AdminPinResult.RESPONSE_TO_GET, Optional.of(PIN)));
        assertWire(
                "83 1E 01 01 00 08 00 13 00 13",
                new KeyLockerCapabilities.Report(
                        List.of(new KeyLockerCapability(KeyLockerEntryType.DESFIRE_APPLICATION_KEY, 8, 19, 19))));
        assertWire(
                "83 1F 01 00 02 00 00 02 AB CD",
                new KeyLockerEntry.Set(
                        KeyLockerEntryType.DESFIRE_APPLICATION_KEY,
                        2,
                        Operation.ADD,
                        Optional.of(Wire.secret("AB CD"))));
        assertWire("83 21 01 01 00 02", new KeyLockerEntry.Report(true, KeyLockerEntryType.DESFIRE_APPLICATION_KEY, 2));
    }

    @Test
    void theShortestSupportedEncodingThatHoldsTheNameIsTaken() {
        Set<NameEncoding> all = Set.of(NameEncoding.values());
        assertEquals(Optional.of(NameEncoding.ASCII), NameEncoding.shortestFor("Ann", all));
        assertEquals(Optional.of(NameEncoding.EXTENDED_ASCII), NameEncoding.shortestFor("Zoë", all));
        assertEquals(Optional.of(NameEncoding.UTF_16), NameEncoding.shortestFor("Łukasz", all));
        assertEquals(
                Optional.of(NameEncoding.UTF_16),
                NameEncoding.shortestFor("Zoë", Set.of(NameEncoding.ASCII, NameEncoding.UTF_16)));
        assertEquals(Optional.empty(), NameEncoding.shortestFor("Łukasz", Set.of(NameEncoding.ASCII)));
    }

    @Test
    void namesAreWrittenInTheirEncoding() throws DecodeException {
        assertName("01 03 5A 6F 89", new UserName(NameEncoding.EXTENDED_ASCII, "Zoë"));
        assertName("02 04 01 41 00 6E", new UserName(NameEncoding.UTF_16, "Łn"));
    }

    /** zwave-js 15.29 writes UTF-8 under the name of ASCII. */
    @Test
    void aNameInUtf8IsReadAsSuch() throws DecodeException {
        assertEquals(new UserName(NameEncoding.EXTENDED_ASCII, "Zoë"), name("00 04 5A 6F C3 AB"));
        assertEquals(new UserName(NameEncoding.UTF_16, "Łu"), name("01 03 C5 81 75"));
        assertEquals(new UserName(NameEncoding.EXTENDED_ASCII, "Zoë"), name("00 03 5A 6F 89"));
    }

    private static UserName name(String encoded) throws DecodeException {
        String report = "83 07 04 00 00 02 00 01 00 01 00 01 01 00 00 " + encoded;
        return ((UserRecord.Report) Wire.decode(report)).properties().name();
    }

    @Test
    void aNameMustFitItsEncoding() throws DecodeException {
        assertThrows(IllegalArgumentException.class, () -> new UserName(NameEncoding.ASCII, "Zoë"));
        assertThrows(IllegalArgumentException.class, () -> new UserName(NameEncoding.UTF_16, "x".repeat(128)));
        assertEquals(
                8,
                UserName.shortest("Łuka", Set.of(NameEncoding.values()), 8)
                        .orElseThrow()
                        .length());
        assertEquals(Optional.empty(), UserName.shortest("Łuka", Set.of(NameEncoding.values()), 7));
        assertEquals(Optional.empty(), UserName.shortest("Ł".repeat(200), Set.of(NameEncoding.values()), 255));
        UserRecord.Report report =
                (UserRecord.Report) Wire.decode("83 07 04 00 00 02 00 01 00 01 00 01 01 00 00 00 03 5A 6F 89");
        assertEquals(
                new UserName(NameEncoding.EXTENDED_ASCII, "Zoë"),
                report.properties().name());
    }

    /** By the layout that zwave-js packages/zwave-js mockCCBehaviors/UserCredential answers with. */
    @Test
    void checksumsCoverWhatTheReportsName() {
        StoredCredential second = new StoredCredential(CredentialType.PIN_CODE, 2, PIN);
        StoredCredential first = new StoredCredential(CredentialType.PIN_CODE, 1, Secret.of("0000"));
        StoredUser ann = new StoredUser(1, ANN, List.of(second, first));
        String user = "00 01 01 00 03 41 6E 6E 01 0001 04 30303030 01 0002 04 31303037";
        assertEquals(CrcCcitt.of(Wire.bytes(user)), DatabaseChecksum.user(ann));
        assertEquals(CrcCcitt.of(Wire.bytes("0001" + user)), DatabaseChecksum.allUsers(List.of(ann)));
        assertEquals(
                CrcCcitt.of(Wire.bytes("0001 04 30303030 0002 04 31303037")),
                DatabaseChecksum.credentials(CredentialType.PIN_CODE, List.of(second, first)));
        assertEquals(0, DatabaseChecksum.credentials(CredentialType.PASSWORD, List.of(second, first)));
        assertEquals(0, DatabaseChecksum.allUsers(List.of()));
    }

    @Test
    void aNameInAReservedEncodingDoesNotHideItsUser() throws DecodeException {
        UserRecord.Report report =
                (UserRecord.Report) Wire.decode("83 07 04 00 00 02 00 01 00 01 00 01 01 00 00 07 03 41 6E 6E");
        assertEquals("Ann", report.properties().name().text());
    }

    @Test
    void howAnotherOperationEndedIsNoAnswer() {
        CredentialRecord.Set add = CredentialRecord.Set.add(5, CredentialType.PIN_CODE, 3, PIN);
        assertTrue(add.answeredBy(report(CredentialReportType.ADDED, 5, 3)));
        assertTrue(add.answeredBy(report(CredentialReportType.ADD_REJECTED_OCCUPIED, 9, 3)), "whoever is there");
        assertTrue(add.answeredBy(report(CredentialReportType.DUPLICATE, 9, 8)));
        assertFalse(add.answeredBy(report(CredentialReportType.ADDED, 9, 3)), "somebody at the keypad was faster");
        assertFalse(add.answeredBy(report(CredentialReportType.DELETED, 5, 3)), "late news of what was given up");
        CredentialRecord.Set delete = CredentialRecord.Set.delete(5, CredentialType.PIN_CODE, 3);
        assertTrue(delete.answeredBy(report(CredentialReportType.DELETED, 5, 3)));
        assertFalse(delete.answeredBy(report(CredentialReportType.MODIFIED, 5, 3)));
        assertFalse(UserRecord.Set.add(1, ANN).answeredBy(user(UserReportType.DELETED)));
        assertTrue(UserRecord.Set.delete(1).answeredBy(user(UserReportType.DELETED)));
    }

    private static UserRecord.Report user(UserReportType reason) {
        return new UserRecord.Report(reason, 0, new Modifier(ModifierType.Z_WAVE, 1), 1, ANN);
    }

    @Test
    void nothingThatHoldsACodeShowsIt() {
        CredentialRecord.Report report = report(CredentialReportType.ADDED, 1, 1);
        assertTrue(report.sensitive());
        assertFalse(report.toString().contains("1007"));
    }

    private static void assertName(String hex, UserName name) throws DecodeException {
        UserProperties properties = new UserProperties(UserType.GENERAL, false, CredentialRule.DUAL, 0, name);
        assertWire("83 05 01 00 02 00 00 02 00 00 " + hex, UserRecord.Set.modify(2, properties));
    }

    private static CredentialRecord.Report report(CredentialReportType reason, int userId, int slot) {
        return new CredentialRecord.Report(
                reason,
                userId,
                CredentialType.PIN_CODE,
                slot,
                true,
                PIN,
                new Modifier(ModifierType.Z_WAVE, 1),
                CredentialType.NONE,
                0);
    }
}
