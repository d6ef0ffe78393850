package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.matter.lock.Driver.done;
import static org.lockcredentials.matter.lock.Driver.failure;
import static org.lockcredentials.matter.lock.Driver.reason;
import static org.lockcredentials.matter.lock.Driver.user;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Finding;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.UserUpdate;
import org.lockcredentials.matter.cluster.doorlock.CredentialStruct;
import org.lockcredentials.matter.cluster.doorlock.GetUser;
import org.lockcredentials.matter.cluster.doorlock.GetUserResponse;
import org.lockcredentials.matter.cluster.doorlock.SetUser;
import org.lockcredentials.matter.cluster.doorlock.UserStatus;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.node.NodeException;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;

class UsersTest {

    private final ScriptedLock node = ScriptedLock.full();
    private final Driver driver = new Driver(node);

    @Test
    void capabilitiesComeFromFeaturesAndAttributes() {
        Capabilities can = done(driver.lock.capabilities());
        assertEquals(10, can.users().max());
        assertEquals(10, can.users().maxNameLength());
        assertEquals(Capabilities.Enabling.NATIVE, can.enabling());
        Capabilities.Credentials pins = can.credentials(CredentialType.PIN).orElseThrow();
        assertEquals(List.of(10, 4, 8, 5), List.of(pins.slots(), pins.minLength(), pins.maxLength(), pins.perUser()));
        assertEquals(
                Set.of(CredentialType.PIN, CredentialType.RFID),
                can.credentials().keySet());
        assertEquals(3, can.schedules().get(ScheduleKind.WEEK_DAY));
        assertFalse(can.has(Capabilities.Feature.ADMIN_CODE));
        assertTrue(can.users().types().contains(UserType.SCHEDULE_RESTRICTED));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void biometricsAreOfferedWhereTheLockHasThem() {
        Driver other = new Driver(new ScriptedLock(ScriptedLock.USERS, ScriptedLock.FINGER, ScriptedLock.FACE));
        assertEquals(
                Set.of(CredentialType.FINGERPRINT, CredentialType.FINGER_VEIN, CredentialType.FACE),
                done(other.lock.capabilities()).credentials().keySet());
    }

    @Test
    void aLockWithoutUsersSaysSo() {
        ScriptedLock old = new ScriptedLock(ScriptedLock.PIN);
        Driver other = new Driver(old);
        assertEquals(0, done(other.lock.capabilities()).users().max());
        assertTrue(failure(other.lock.readAll()).getMessage().contains("User feature"));
        assertEquals(Reason.UNSUPPORTED, reason(other.lock.readUser(1)));
        assertEquals(List.of(), old.sent);
    }

    @Test
    void usersAreReadAtTheCostOfWhatIsOccupied() {
        node.hold(2, "Ann", 1, new CredentialStruct(1, 3), new CredentialStruct(0, 0));
        node.hold(9, "Ben", 2);
        LockContents all = done(driver.lock.readAll());
        assertEquals(List.of(2, 9), all.users().stream().map(User::index).toList());
        assertEquals(
                List.of(new Credential(CredentialType.PIN, 3)),
                all.users().get(0).credentials());
        assertEquals(Optional.of("fabric 2"), all.users().get(1).creator());
        assertEquals(List.of(new GetUser(1), new GetUser(2), new GetUser(9)), node.sent);
    }

    @Test
    void aChainThatLeavesTheRangeEnds() {
        node.next(GetUser.class, ScriptedLock.nobody(1, Optional.of(11)));
        assertEquals(List.of(), done(driver.lock.readAll()).users());
        assertEquals(1, node.sent.size());
    }

    @Test
    void behindAChainThatTurnsBackNobodyIsMissed() {
        node.hold(7, "Ann", 1);
        node.next(GetUser.class, ScriptedLock.nobody(1, Optional.of(3)));
        node.next(GetUser.class, ScriptedLock.nobody(3, Optional.of(2)));
        assertEquals(
                List.of(7),
                done(driver.lock.readAll()).users().stream().map(User::index).toList());
        assertEquals(List.of(new GetUser(1), new GetUser(3), new GetUser(4), new GetUser(7)), node.sent);
    }

    @Test
    void whatAUserOfUnknownStatusHasIsNotFree() {
        node.next(
                GetUser.class,
                new GetUserResponse(
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(new CredentialStruct(1, 3)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        LockContents all = done(driver.lock.readAll());
        assertEquals(Set.of(1), all.unknownUsers());
        assertEquals(Set.of(new Credential(CredentialType.PIN, 3)), all.unknownCredentials());
    }

    @Test
    void nothingAtAllIsFreeAndAUserOfUnknownStatusIsNot() {
        assertEquals(Occupancy.FREE, done(driver.lock.readUser(4)).occupancy());
        node.hold(4, "Ann", 1);
        GetUserResponse there = node.users.get(4);
        node.next(
                GetUser.class,
                new GetUserResponse(
                        4,
                        there.userName(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        assertEquals(Occupancy.UNKNOWN, done(driver.lock.readUser(4)).occupancy());
    }

    @Test
    void anAddSaysAllThatTheUserShallBe() {
        assertEquals(Outcome.CONFIRMED, done(driver.lock.writeUser(WriteMode.ADD, user(3, "Ann"))));
        SetUser sent = node.sent(SetUser.class).get(0);
        assertEquals(Optional.of("Ann"), sent.userName());
        assertEquals(Optional.of(UserStatus.OCCUPIED_ENABLED), sent.userStatus());
        assertEquals(1, node.sent.size());
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILURE", "INVALID_COMMAND", "CONSTRAINT_ERROR"})
    void anAddOverSomebodyIsOccupiedWhateverTheLockCallsIt(Status.Code code) {
        node.hold(3, "Ann", 2);
        assertEquals(Reason.OCCUPIED, reason(driver.lock.writeUser(WriteMode.ADD, user(3, "Ben"))));
        node.next(SetUser.class, ScriptedLock.refusal(code));
        assertEquals(Reason.OCCUPIED, reason(driver.lock.writeUser(WriteMode.ADD, user(3, "Ben"))));
        node.next(SetUser.class, ScriptedLock.refusal(code));
        assertEquals(Reason.REJECTED, reason(driver.lock.writeUser(WriteMode.ADD, user(4, "Ben:"))));
        assertEquals("Ann", node.users.get(3).userName().orElseThrow());
    }

    @Test
    void aChangeOfNobodyIsNotFound() {
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.writeUser(WriteMode.MODIFY, user(3, "Ben"))));
        assertEquals(Reason.NOT_FOUND, reason(driver.lock.setEnabled(3, false)));
    }

    @Test
    void anotherAdministratorsUserIsNotRenamedButDisabled() {
        node.hold(3, "Ann", 2);
        assertEquals(Reason.FOREIGN_OWNER, reason(driver.lock.writeUser(WriteMode.MODIFY, user(3, "Ben"))));
        done(driver.lock.readUser(3));
        node.sent.clear();
        assertEquals(Reason.FOREIGN_OWNER, reason(driver.lock.writeUser(WriteMode.MODIFY, user(3, "Ben"))));
        assertEquals(List.of(), node.sent, "it was known, and needed no question");

        assertEquals(Outcome.CONFIRMED, done(driver.lock.setEnabled(3, false)));
        assertEquals(
                Optional.of(UserStatus.OCCUPIED_DISABLED), node.users.get(3).userStatus());
        User same = User.general(3, Optional.of("Ann")).withEnabled(true);
        assertEquals(
                Outcome.CONFIRMED,
                done(driver.lock.writeUser(WriteMode.MODIFY, new UserWrite(same, Optional.empty()))));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.deleteUser(3)));
    }

    @Test
    void aLockThatWantsAllFieldsIsToldAllOfThem() {
        node.hold(3, "Ann", 1);
        node.next(SetUser.class, ScriptedLock.refusal(Status.Code.INVALID_COMMAND));
        assertEquals(Outcome.CONFIRMED, done(driver.lock.setEnabled(3, false)));
        assertTrue(node.sent(SetUser.class).get(1).userType().isPresent());
    }

    @Test
    void aNameIsCountedInOctets() {
        assertEquals(
                Reason.INVALID,
                reason(driver.lock.writeUser(WriteMode.ADD, user(1, "\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9"))));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void whatTheLockCannotHoldIsSaidWithoutAQuestion() {
        UserUpdate update = UserUpdate.builder()
                .name("Zo\u00eb M\u00fcller")
                .type(org.lockcredentials.UserType.EXPIRING)
                .expiry(Duration.ofMinutes(7))
                .build();
        assertEquals(
                List.of("name", "expiry"),
                driver.lock.objections(update, List.of()).stream()
                        .map(Finding::field)
                        .toList());
        assertEquals(
                List.of(),
                driver.lock.objections(
                        UserUpdate.builder().name("Zo\u00eb Muell").build(), List.of()));
        assertEquals(List.of(), node.sent);
    }

    @Test
    void anExpiryOfItsOwnIsNothingThatALockHas() {
        UserWrite expiring = new UserWrite(User.general(1, Optional.empty()), Optional.of(Duration.ofMinutes(7)));
        assertEquals(Reason.UNSUPPORTED, reason(driver.lock.writeUser(WriteMode.ADD, expiring)));
    }

    @Test
    void whatBecameOfALostRequestIsNotGuessed() {
        node.next(SetUser.class, new NodeException(NodeException.Kind.TIMEOUT, "no answer"));
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeUser(WriteMode.ADD, user(1, "Ann"))));
        node.next(SetUser.class, new NodeException(NodeException.Kind.UNREACHABLE, "nobody there"));
        assertEquals(Reason.UNREACHABLE, reason(driver.lock.writeUser(WriteMode.ADD, user(1, "Ann"))));
        assertEquals(2, node.sent.size());
    }

    @Test
    void anAnswerThatCannotBeReadTellsNotThatNothingWasDone() {
        node.next(SetUser.class, new NodeException(NodeException.Kind.MALFORMED, "no answer to that"));
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeUser(WriteMode.ADD, user(1, "Ann"))));
        node.next(SetUser.class, new IllegalStateException("a bug of ours"));
        assertEquals(Reason.TIMEOUT, reason(driver.lock.writeUser(WriteMode.ADD, user(1, "Ann"))));
    }

    @Test
    void theLocksOwnStatusStaysWithWhatItMeans() {
        node.hold(3, "Ann", 2);
        assertEquals(
                OptionalInt.of(Status.of(Status.Code.INVALID_COMMAND).code()),
                failure(driver.lock.writeUser(WriteMode.MODIFY, user(5, "Ben"))).status());
        assertEquals(
                OptionalInt.of(Status.of(Status.Code.INVALID_COMMAND).code()),
                failure(driver.lock.writeUser(WriteMode.MODIFY, user(3, "Ben"))).status());
        node.next(SetUser.class, ScriptedLock.refusal(Status.Code.CONSTRAINT_ERROR));
        assertEquals(
                OptionalInt.of(Status.of(Status.Code.CONSTRAINT_ERROR).code()),
                failure(driver.lock.writeUser(WriteMode.ADD, user(3, "Ben"))).status());
        assertEquals(
                OptionalInt.of(0x85),
                failure(driver.lock.writeCredential(WriteMode.ADD, Driver.pin(5, 3)))
                        .status());
    }
}
