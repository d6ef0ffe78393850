package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.lock.quirk.Quirks;
import org.lockcredentials.zwave.transport.FakeAir;
import org.lockcredentials.zwave.transport.PlainStack;

/** From the bytes of notifications and alarms to events. */
final class NotificationEventsTest {

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final List<LockEvent> told = new ArrayList<>();
    private final LockEndpoint lock = new LockEndpoint(
            LockId.of("zwave", "7"),
            PlainStack.over(new FakeAir(), actor).node(7).endpoint(0),
            actor,
            () -> Instant.EPOCH,
            told::add);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "manual lock,               71050000 00FF06 01 00,             LOCK,             MANUAL,    , ",
        "manual unlock,             71050000 00FF06 02 00,             UNLOCK,           MANUAL,    , ",
        "RF lock,                   71050000 00FF06 03 00,             LOCK,             REMOTE,    , ",
        "RF unlock,                 71050000 00FF06 04 00,             UNLOCK,           REMOTE,    , ",
        "keypad lock by user 3,     71050000 00FF06 05 01 03,          LOCK,             KEYPAD,    3, ",
        "keypad unlock by user 260, 71050000 00FF06 06 02 0104,        UNLOCK,           KEYPAD,    , ",
        "keypad unlock with whole code, 71050000 00FF06 06 08 6303050131323334, UNLOCK,      KEYPAD,    5, ",
        "keypad unlock by level, 71051304 00FF06 06 00,             UNLOCK,           KEYPAD,    4, ",
        "auto lock,                 71050000 00FF06 09 00,             LOCK,             AUTO,      , ",
        "auto lock not fully,       71050000 00FF06 0A 00,             NOT_FULLY_LOCKED, AUTO,      , ",
        "RF unlock with level,      71051901 00FF06 04 00,             UNLOCK,           REMOTE,    , ",
        "wrong code by RF,          71050000 00FF06 14 00,             DENIED,           REMOTE,    , ",
        "door open,                 71050000 00FF06 16 00,             DOOR_OPENED,      UNKNOWN,   , ",
        "user code unlock 260,      71050000 00FF06 22 02 0104,        UNLOCK,           KEYPAD,    260, ",
        "PIN unlock,                71050000 00FF06 24 06 000901010005, UNLOCK,          KEYPAD,    9, PIN",
        "finger unlock,             71050000 00FF06 24 06 000901090002, UNLOCK,          BIOMETRIC, 9, FINGERPRINT",
        "tag lock,                  71050000 00FF06 23 06 000901030002, LOCK,            RFID,      9, RFID",
        "denied as disabled,        71050000 00FF06 2F 06 000901010005, DENIED,          KEYPAD,    9, PIN",
        "non-access credential,     71050000 00FF06 33 05 0009010005,  DENIED,           KEYPAD,    9, PIN",
        "alarm keypad unlock,       71051305,                          UNLOCK,           KEYPAD,    5, ",
        "alarm manual lock,         71051501,                          LOCK,             MANUAL,    , ",
        "alarm auto lock,           71051B00,                          LOCK,             AUTO,      , ",
        "alarm beside no event,     71051305 00FF00 00 00,             UNLOCK,           KEYPAD,    5, "
    })
    void operations(
            String name,
            String bytes,
            LockEvent.Action action,
            LockEvent.Source source,
            Integer user,
            CredentialType credential)
            throws DecodeException {
        hear(bytes, false);
        LockEvent.Operation event = (LockEvent.Operation) told.get(0);
        assertEquals(action, event.action());
        assertEquals(source, event.source());
        assertEquals(Optional.ofNullable(user), event.user().map(LockEvent.Actor::index));
        assertEquals(Optional.ofNullable(credential), event.credential().map(Credential::type));
        assertEquals(1, told.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "jammed,           71050000 00FF06 0B 00, JAMMED",
        "keypad disabled,  71050000 00FF06 10 00, WRONG_CODE_LIMIT",
        "code limit,       71050000 00FF06 13 00, WRONG_CODE_LIMIT",
        "cover removed,    71050000 00FF07 03 00, TAMPER",
        "forced,           71050000 00FF07 02 00, FORCED_OPEN",
        "replace battery,  71050000 00FF08 0B 00, LOW_BATTERY",
        "broken,           71050000 00FF09 01 00, HARDWARE",
        "alarm jammed,     71050900,              JAMMED",
        "alarm low,        7105A701,              LOW_BATTERY"
    })
    void complaints(String name, String bytes, LockEvent.AlarmKind kind) throws DecodeException {
        hear(bytes, false);
        assertEquals(kind, ((LockEvent.Alarm) told.get(0)).kind());
        assertEquals(1, told.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "added,            71050000 00FF06 0E 01 05,               ADDED,   5",
        "added with code, 71050000 00FF06 0E 08 6303050131323334, ADDED,   5",
        "deleted,          71050000 00FF06 0D 01 05,               DELETED, 5",
        "all deleted,      71050000 00FF06 0C 00,                  DELETED, ",
        "alarm added,      71057005,                               ADDED,   5"
    })
    void changes(String name, String bytes, LockEvent.Change change, Integer user) throws DecodeException {
        hear(bytes, true);
        LockEvent.UserChange users = (LockEvent.UserChange) told.get(0);
        LockEvent.CredentialChange codes = (LockEvent.CredentialChange) told.get(1);
        assertEquals(change, users.change());
        assertEquals(Optional.ofNullable(user), users.user().map(LockEvent.Actor::index));
        assertEquals(
                Optional.ofNullable(user).map(slot -> new Credential(CredentialType.PIN, slot)), codes.credential());
        assertEquals(2, told.size());
    }

    @Test
    void theCodeOfNoUserIsTheLocksOwnMenus() throws DecodeException {
        hear("71057000", true);
        LockEvent.CredentialChange menu = (LockEvent.CredentialChange) told.get(0);
        assertEquals(Optional.of(NotificationEvents.ADMIN_CODE), menu.credential());
        assertEquals(1, told.size());
    }

    @Test
    void whatHasNoMeaningIsNotTold() throws DecodeException {
        hear("71050000 00FF06 0F 01 05", true);
        hear("71050000 00FF06 FE 00", true);
        hear("71050000 00FF06 00 01 06", true);
        hear("71050000 00FF0C 01 00", true);
        hear("7105FF05", true);
        assertTrue(told.isEmpty(), told.toString());
    }

    private void hear(String hex, boolean codesAreUsers) throws DecodeException {
        Notification.Report report =
                (Notification.Report) Commands.decode(HexFormat.of().parseHex(hex.replace(" ", "")));
        new NotificationEvents(lock, codesAreUsers, Quirks.NONE).heard(report);
    }
}
