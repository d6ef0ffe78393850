package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Door;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.doorlock.DoorCondition;
import org.lockcredentials.zwave.command.doorlock.DoorLockCapabilities;
import org.lockcredentials.zwave.command.doorlock.DoorLockMode;
import org.lockcredentials.zwave.command.doorlock.DoorLockOperation;
import org.lockcredentials.zwave.command.doorlock.LockTimeout;
import org.lockcredentials.zwave.command.notification.EventSupported;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.notification.NotificationType;
import org.lockcredentials.zwave.command.version.CommandClassVersion;

/** Whether the door is open, by what locks of all ages tell of their sensors. */
final class DoorSensorTest {

    private static final String OPERATION = "6202";
    private static final String VERSION = "8613";
    private static final String CAPABILITIES = "6207";
    private static final String EVENTS = "7101";

    private boolean closed = true;
    private int doorLockVersion = 4;
    private int notificationVersion = 8;
    private int components;
    private Set<Integer> events = Set.of(0x05, 0x06);
    private boolean answersVersions = true;
    private final ScriptedLock script = new ScriptedLock(true, this::answer, command -> true);

    @Test
    void aLockOfVersionFourSaysWhatItSensesAndIsAskedOnce() {
        components = 0x03;
        assertEquals(Optional.of(false), open());
        assertEquals(List.of(OPERATION, VERSION, CAPABILITIES), script.heard());
        closed = false;
        assertEquals(Optional.of(true), open());
        assertEquals(List.of(OPERATION), script.heard(), "which is kept over a restart");
    }

    @Test
    void aBitWithoutASensorMeansNothing() {
        components = 0x06;
        assertEquals(Optional.empty(), open());
        closed = false;
        assertEquals(Optional.empty(), open());
        assertEquals(List.of(OPERATION, VERSION, CAPABILITIES, OPERATION), script.heard());
    }

    @Test
    void anOlderLockIsKnownByTheEventsItTellsOf() {
        doorLockVersion = 2;
        events = Set.of(0x05, 0x06, 0x16, 0x17);
        assertEquals(Optional.of(false), open());
        assertEquals(List.of(OPERATION, VERSION, VERSION, EVENTS), script.heard());
    }

    @Test
    void anOlderLockThatTellsOfNoDoorHasNone() {
        doorLockVersion = 2;
        assertEquals(Optional.empty(), open());
        notificationVersion = 2;
        assertEquals(Optional.empty(), open());
    }

    @Test
    void anAlarmLockIsNotAskedWhatItCannotAnswer() {
        doorLockVersion = 1;
        notificationVersion = 1;
        assertEquals(Optional.empty(), open());
        assertEquals(List.of(OPERATION, VERSION, VERSION), script.heard());
    }

    @Test
    void aDoorThatWasHeardOfIsBelieved() throws DecodeException {
        doorLockVersion = 2;
        DoorLockControl door = control();
        door.heard(event("16"));
        assertEquals(Optional.of(true), script.done(door.state()).doorOpen());
        door.heard(event("17"));
        assertEquals(Optional.of(false), script.done(door.state()).doorOpen());
        door.heard(event("06"));
        assertEquals(new Door.State(Door.Bolt.LOCKED, Optional.of(false)), script.done(door.state()));
        assertEquals(List.of(OPERATION, OPERATION, OPERATION), script.heard());
    }

    @Test
    void aLockThatDoesNotSayWhatItHasIsAskedAgain() {
        components = 0x01;
        answersVersions = false;
        assertEquals(Optional.empty(), open());
        answersVersions = true;
        assertEquals(Optional.of(false), open());
    }

    /** As after a restart: nothing is remembered but what is kept. */
    private Optional<Boolean> open() {
        return script.done(control().state()).doorOpen();
    }

    private DoorLockControl control() {
        return new DoorLockControl(script.lock, new DoorSensor(script.lock, script.site.notes(), each -> true));
    }

    private static Notification.Report event(String code) throws DecodeException {
        return (Notification.Report) Commands.decode(HexFormat.of().parseHex("7105000000FF06" + code + "00"));
    }

    private Optional<List<Command>> answer(Command command) {
        if (command instanceof DoorLockOperation.Get) {
            return Optional.of(List.of(new DoorLockOperation.Report(
                    DoorLockMode.SECURED,
                    0,
                    0,
                    new DoorCondition(closed ? 1 : 0),
                    LockTimeout.NONE,
                    Optional.empty(),
                    Optional.empty())));
        } else if (command instanceof CommandClassVersion.Get get) {
            int version = get.requested() == CommandClass.DOOR_LOCK.id() ? doorLockVersion : notificationVersion;
            return Optional.of(
                    answersVersions ? List.of(new CommandClassVersion.Report(get.requested(), version)) : List.of());
        } else if (command instanceof DoorLockCapabilities.Get) {
            return Optional.of(List.of(new DoorLockCapabilities.Report(
                    Set.of(1), List.of(DoorLockMode.SECURED), 0, 0, components, false, false, false, false)));
        } else if (command instanceof EventSupported.Get) {
            return Optional.of(List.of(new EventSupported.Report(NotificationType.ACCESS_CONTROL, events)));
        }
        return Optional.empty();
    }
}
