package org.lockcredentials.matter.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lockcredentials.matter.lock.Driver.ID;
import static org.lockcredentials.matter.lock.Driver.NOW;
import static org.lockcredentials.matter.lock.Driver.done;
import static org.lockcredentials.matter.lock.Driver.reason;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Door;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.matter.cluster.Attributes;
import org.lockcredentials.matter.cluster.doorlock.DoorLock;
import org.lockcredentials.matter.cluster.doorlock.LockDoor;
import org.lockcredentials.matter.cluster.doorlock.UnboltDoor;
import org.lockcredentials.matter.cluster.doorlock.UnlockDoor;
import org.lockcredentials.matter.cluster.doorlock.UnlockWithTimeout;
import org.lockcredentials.matter.interaction.EventData;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.tlv.Tag;
import org.lockcredentials.matter.tlv.Tlv;
import org.lockcredentials.matter.tlv.TlvElement;
import org.lockcredentials.matter.tlv.TlvWriter;
import org.lockcredentials.spi.LockDriver.DoorCommand;
import org.lockcredentials.testing.Pins;

class HappeningsTest {

    private static final int UNBOLTING = 12;
    private static final int ALARM = 0;
    private static final int DOOR = 1;
    private static final int OPERATION = 2;
    private static final int ERROR = 3;
    private static final int USER_CHANGE = 4;
    private static final int KEYPAD = 3;
    private static final int REMOTE = 7;
    private static final int UNLOCK = 1;
    private static final int UNLATCH = 4;

    private final ScriptedLock node = ScriptedLock.full();
    private final Driver driver = new Driver(node);

    private void tell(int event, Consumer<TlvWriter> fields) {
        tell(event, NOW.minusSeconds(1), fields);
    }

    private void tell(int event, Instant at, Consumer<TlvWriter> fields) {
        driver.lock.happened(new EventData(
                1, DoorLock.CLUSTER, event, 1, 2, Optional.of(at.toEpochMilli()), Optional.empty(), Tlv.tree(fields)));
    }

    private void operation(int type, int source, Instant at) {
        tell(
                OPERATION,
                at,
                out -> out.unsigned(0, type)
                        .unsigned(1, source)
                        .unsigned(2, 5)
                        .array(
                                5,
                                list -> list.structure(
                                        Tag.ANONYMOUS,
                                        each -> each.unsigned(0, 1).unsigned(1, 9))));
    }

    @Test
    void aCodeAtTheKeypadIsToldWithUserAndCredential() {
        operation(UNLOCK, KEYPAD, NOW.minusSeconds(1));
        assertEquals(
                List.of(new LockEvent.Operation(
                        ID,
                        NOW.minusSeconds(1),
                        Action.UNLOCK,
                        Source.KEYPAD,
                        Optional.of(new LockEvent.Actor(5, Optional.empty())),
                        Optional.of(new Credential(CredentialType.PIN, 9)),
                        Optional.empty())),
                driver.events);
    }

    @Test
    void aLockWithoutAClockIsBelievedWhenItIsHeard() {
        operation(UNLOCK, KEYPAD, Instant.EPOCH.plusSeconds(77));
        operation(0, KEYPAD, NOW.plus(Duration.ofDays(1)));
        assertEquals(
                List.of(NOW, NOW), driver.events.stream().map(LockEvent::at).toList());
    }

    @Test
    void anUnboltingLockOperatesOnce() {
        operation(UNLOCK, REMOTE, NOW.minusSeconds(10));
        operation(UNLATCH, REMOTE, NOW.minusSeconds(9));
        operation(UNLATCH, REMOTE, NOW.minusSeconds(2));
        operation(UNLOCK, REMOTE, NOW.minusSeconds(1));
        operation(UNLOCK, REMOTE, NOW);
        assertEquals(
                List.of(Action.UNLOCK, Action.UNLATCH, Action.UNLOCK),
                driver.events.stream()
                        .map(event -> ((LockEvent.Operation) event).action())
                        .toList());
    }

    @Test
    void aWrongCodeIsDeniedToNobodyThoughOldLocksLeaveFieldsOut() {
        tell(ERROR, out -> out.unsigned(0, UNLOCK).unsigned(1, KEYPAD).unsigned(2, 1));
        LockEvent.Operation denied = (LockEvent.Operation) driver.events.get(0);
        assertEquals(Action.DENIED, denied.action());
        assertEquals(Optional.empty(), denied.user());
        assertEquals(Optional.of("wrong code"), denied.error());
    }

    @ParameterizedTest
    @CsvSource({
        "0, JAMMED",
        "1, FACTORY_RESET",
        "4, WRONG_CODE_LIMIT",
        "5, TAMPER",
        "6, FORCED_OPEN",
        "7, DOOR_AJAR",
        "8, DURESS"
    })
    void alarmsAreTold(int code, LockEvent.AlarmKind kind) {
        tell(ALARM, out -> out.unsigned(0, code));
        assertEquals(kind, ((LockEvent.Alarm) driver.events.get(0)).kind());
    }

    @Test
    void whatIsOfALaterRevisionOrNoEventAtAllIsNothing() {
        tell(ALARM, out -> out.unsigned(0, 200));
        tell(OPERATION, out -> out.unsigned(0, 99).unsigned(1, KEYPAD));
        tell(OPERATION, out -> out.utf8(0, "x"));
        tell(ALARM, out -> out.unsigned(0, 3));
        assertEquals(List.of(), driver.events);
    }

    @Test
    void theDoorIsHeard() {
        tell(DOOR, out -> out.unsigned(0, 0));
        tell(DOOR, out -> out.unsigned(0, 1));
        assertEquals(
                List.of(Action.DOOR_OPENED, Action.DOOR_CLOSED),
                driver.events.stream()
                        .map(event -> ((LockEvent.Operation) event).action())
                        .toList());
    }

    @Test
    void changesOfUsersAndCredentialsAreTold() {
        Optional<LockEvent.Actor> user = Optional.of(new LockEvent.Actor(5, Optional.empty()));
        Instant at = NOW.minusSeconds(1);
        change(2, 0, 5, 5);
        change(2, 1, DoorLock.ALL_USERS, DoorLock.ALL_USERS);
        change(6, 0, 5, 9);
        change(6, 1, 5, 0xFFFE);
        change(3, 0, 5, 1);
        assertEquals(
                List.of(
                        new LockEvent.UserChange(ID, at, Change.ADDED, user),
                        new LockEvent.UserChange(ID, at, Change.DELETED, Optional.empty()),
                        new LockEvent.CredentialChange(
                                ID, at, Change.ADDED, Optional.of(new Credential(CredentialType.PIN, 9)), user),
                        new LockEvent.CredentialChange(ID, at, Change.DELETED, Optional.empty(), user),
                        new LockEvent.UserChange(ID, at, Change.MODIFIED, user)),
                driver.events);
    }

    /** Its place is no index at all (5.2.11.5.7); matter.js tells 0. */
    @Test
    void aNewProgrammingPinIsToldAndIsNobodys() {
        tell(USER_CHANGE, out -> out.unsigned(0, 1).unsigned(1, 2).unsigned(2, REMOTE));
        tell(
                USER_CHANGE,
                out -> out.unsigned(0, 1).unsigned(1, 2).unsigned(2, KEYPAD).unsigned(6, 0));
        LockEvent told = new LockEvent.CredentialChange(
                ID,
                NOW.minusSeconds(1),
                Change.MODIFIED,
                Optional.of(new Credential(CredentialType.PROGRAMMING_PIN, 1)),
                Optional.empty());
        assertEquals(List.of(told, told), driver.events);
    }

    private void change(int data, int operation, int user, int index) {
        tell(
                USER_CHANGE,
                out -> out.unsigned(0, data)
                        .unsigned(1, operation)
                        .unsigned(2, REMOTE)
                        .unsigned(3, user)
                        .unsigned(6, index));
    }

    @Test
    void theBoltMovesWithACodeWhereTheLockWantsOne() {
        assertEquals(Outcome.CONFIRMED, done(driver.lock.operate(new DoorCommand.Lock(), Optional.empty())));
        assertEquals(List.of(new LockDoor(Optional.empty())), node.sent);
        node.sent.clear();
        driver.lock.changed(new Attributes(
                Map.of(DoorLock.REQUIRE_PIN_FOR_REMOTE_OPERATION.attribute().at(1), new TlvElement.Bool(true))));
        assertEquals(Reason.INVALID, reason(driver.lock.operate(new DoorCommand.Unlock(), Optional.empty())));
        assertEquals(List.of(), node.sent);
        Optional<Secret> code = Optional.of(Secret.of(Pins.next()));
        done(driver.lock.operate(new DoorCommand.Unlock(), code));
        done(driver.lock.operate(new DoorCommand.UnlockFor(Duration.ofMinutes(2)), code));
        assertEquals(List.of(new UnlockDoor(code), new UnlockWithTimeout(Duration.ofMinutes(2), code)), node.sent);
        node.next(UnlockDoor.class, ScriptedLock.refusal(Status.Code.FAILURE));
        assertEquals(Reason.REJECTED, reason(driver.lock.operate(new DoorCommand.Unlock(), code)));
    }

    @Test
    void onlyALockThatUnboltsIsToldTo() {
        assertEquals(Reason.UNSUPPORTED, reason(driver.lock.operate(new DoorCommand.Unbolt(), Optional.empty())));
        assertEquals(List.of(), node.sent);
        ScriptedLock unbolting = new ScriptedLock(ScriptedLock.USERS, UNBOLTING);
        Driver other = new Driver(unbolting);
        assertEquals(Outcome.CONFIRMED, done(other.lock.operate(new DoorCommand.Unbolt(), Optional.empty())));
        assertEquals(List.of(new UnboltDoor(Optional.empty())), unbolting.sent);
    }

    @Test
    void aLockThatTakesNoCodesOverTheAirIsSentNone() {
        ScriptedLock plain = new ScriptedLock(ScriptedLock.PIN, ScriptedLock.USERS);
        Driver other = new Driver(plain);
        done(other.lock.operate(new DoorCommand.Lock(), Optional.of(Secret.of(Pins.next()))));
        assertEquals(List.of(new LockDoor(Optional.empty())), plain.sent);
    }

    @Test
    void boltAndDoorAreWhereTheLockSays() {
        assertEquals(new Door.State(Door.Bolt.LOCKED, Optional.empty()), done(driver.lock.doorState()));
        node.put(DoorLock.LOCK_STATE, 3);
        node.put(DoorLock.DOOR_STATE, 5);
        assertEquals(new Door.State(Door.Bolt.UNLATCHED, Optional.of(true)), done(driver.lock.doorState()));
    }

    @Test
    void thatEventsWereMissedIsToldAsOne() {
        driver.lock.missed(7, 10);
        assertEquals(List.of(new LockEvent.Missed(Driver.ID, NOW)), driver.events);
    }
}
