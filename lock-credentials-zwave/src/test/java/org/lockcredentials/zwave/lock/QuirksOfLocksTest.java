package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.AlarmKind;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.schedule.ScheduleKind;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.configuration.Configuration;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.notification.Notification;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.node.KnownEndpoint;
import org.lockcredentials.zwave.node.Product;

/** What the rows of the table of quirks do to the driver, on a lock that behaves as they say. */
final class QuirksOfLocksTest {

    private static final String CODE = Pins.watch("40726029");

    private boolean written;
    private boolean configured = true;
    private final ScriptedLock script = new ScriptedLock(false, this::answer, command -> {
        written |= command instanceof UserCode.Set;
        return true;
    });

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BE468,  6349, 5044",
        "BE468ZP, 0001, 0468",
        "BE469,  6341, 5044",
        "BE469ZP, 0001, 0469",
        "JBE109, 0004, 2109",
        "JFE109, 0004, 6109"
    })
    void allCodesOfASchlageHaveTheLengthItIsSetTo(String name, String type, String id) {
        LockParts parts = parts(0x003B, type, id);
        for (int times = 0; times < 2; times++) {
            Capabilities.Credentials pins = script.done(parts.capabilities())
                    .credentials(CredentialType.PIN)
                    .orElseThrow();
            assertEquals(8, pins.minLength());
            assertEquals(8, pins.maxLength());
        }
        assertEquals(List.of("7005"), script.heard(), "asked once");
    }

    @Test
    void aSchlageThatDoesNotSayIsTakenAtItsCommandClassAndAskedAgain() {
        configured = false;
        LockParts parts = parts(0x003B, "0001", "0469");
        assertEquals(4, lengths(parts).minLength());
        configured = true;
        assertEquals(8, lengths(parts).minLength());
    }

    @ParameterizedTest
    @ValueSource(strings = {"6341", "634B"})
    void aLockThatHidesItsCodesIsNotBelievedWhatItShows(String type) {
        LockParts hiding = parts(0x003B, type, "5044");
        Credential place = new Credential(CredentialType.PIN, 3);
        assertEquals(Capabilities.ReadBack.MASKED, lengths(hiding).readBack());
        assertEquals(Outcome.UNVERIFIED, script.done(hiding.users().writeCredential(WriteMode.ADD, write(place))));
        assertEquals(Optional.empty(), script.done(hiding.users().holds(write(place))));
        assertEquals(Optional.empty(), script.done(hiding.users().reveal(place)));
        assertEquals(
                Occupancy.UNKNOWN,
                script.done(hiding.users().readCredential(place)).occupancy());
        assertEquals(Set.of(place), script.done(hiding.users().readAll()).unknownCredentials());

        LockParts open = parts(0x0001, type, "5044");
        assertEquals(Capabilities.ReadBack.DATA, lengths(open).readBack());
        assertEquals(Optional.of(false), script.done(open.users().holds(write(place))));
    }

    /** Slot 3 goes on showing the old code, as of a lock that is still storing. */
    @Test
    void aWriteThatIsNotSeenYetIsNotCalledRefused() {
        LockParts plain = parts(0x0001, "0001", "0001");
        Credential place = new Credential(CredentialType.PIN, 3);
        assertEquals(
                Reason.TIMEOUT,
                script.failure(plain.users().writeCredential(WriteMode.ADD, write(place)))
                        .reason());
    }

    @Test
    void versionOneHasNoWordForADisabledUser() {
        assertEquals(
                Capabilities.Enabling.EMULATED,
                script.done(parts(0x0001, "0001", "0001").capabilities()).enabling());
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 113})
    void alarmsOfADuplicateAreTheReasonOfARefusal(int alarm) throws DecodeException {
        LockParts plain = parts(0x0001, "0001", "0001");
        Credential place = new Credential(CredentialType.PIN, 3);
        CompletableFuture<Outcome> adding = plain.users().writeCredential(WriteMode.ADD, write(place));
        script.time.settle();
        plain.users().heard(Commands.decode(new byte[] {0x71, 0x05, (byte) alarm, 3}), false);
        assertEquals(Reason.DUPLICATE, script.failure(adding).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0001"})
    void theYaleModuleHasOneDailyScheduleForEachUser(String id) {
        assertEquals(
                Map.of(ScheduleKind.DAILY_REPEATING, 1),
                script.done(parts(0x0129, "0007", id).capabilities()).schedules());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "FE599 keypad disabled,  003B, 634B, 504C, 710560FF,         WRONG_CODE_LIMIT",
        "Yale code limit,        0129, 0002, 0800, 7105A101,         WRONG_CODE_LIMIT",
        "Yale cover,             0129, 0002, 0800, 7105A102,         TAMPER",
        "another's 161,          0090, 0001, 0001, 7105A101,         TAMPER"
    })
    void alarmsOfMakersAreComplaints(String name, String maker, String type, String id, String bytes, AlarmKind kind)
            throws DecodeException {
        hear(parts(Integer.parseInt(maker, 16), type, id), bytes);
        assertEquals(
                kind,
                assertInstanceOf(LockEvent.Alarm.class, script.events.get(0)).kind());
    }

    @Test
    void aTagAtAYaleIsATag() throws DecodeException {
        hear(parts(0x0129, "0002", "0800"), "71059003");
        LockEvent.Operation unlocked = assertInstanceOf(LockEvent.Operation.class, script.events.get(0));
        assertEquals(Source.RFID, unlocked.source());
        assertEquals(Optional.of(new Actor(3, Optional.empty())), unlocked.user());
        assertEquals(Optional.of(new Credential(CredentialType.RFID, 3)), unlocked.credential());
    }

    @ParameterizedTest
    @CsvSource({"03, LOCK", "04, UNLOCK"})
    void aTagAtAnIdLockComesAsAnEventOfTheRadio(String event, Action action) throws DecodeException {
        LockParts idLock = parts(0x0373, "0003", "0001");
        hear(idLock, "71050000 00FF06 " + event + " 01 0B");
        LockEvent.Operation byTag = assertInstanceOf(LockEvent.Operation.class, script.events.get(0));
        assertEquals(action, byTag.action());
        assertEquals(Source.RFID, byTag.source());
        assertEquals(Optional.of(new Credential(CredentialType.RFID, 11)), byTag.credential());
        assertEquals(Optional.empty(), byTag.user(), "whose tag it is the lock does not tell");

        hear(idLock, "71050000 00FF06 " + event + " 00");
        assertEquals(
                Source.REMOTE,
                assertInstanceOf(LockEvent.Operation.class, script.events.get(1))
                        .source());
        hear(parts(0x0001, "0003", "0001"), "71050000 00FF06 " + event + " 01 0B");
        assertEquals(
                Source.REMOTE,
                assertInstanceOf(LockEvent.Operation.class, script.events.get(2))
                        .source());
    }

    private Capabilities.Credentials lengths(LockParts parts) {
        return script.done(parts.capabilities()).credentials(CredentialType.PIN).orElseThrow();
    }

    private static void hear(LockParts parts, String bytes) throws DecodeException {
        byte[] command = java.util.HexFormat.of().parseHex(bytes.replace(" ", ""));
        parts.notifications().heard((Notification.Report) Commands.decode(command));
    }

    private LockParts parts(int maker, String type, String id) {
        Product product = new Product(maker, Integer.parseInt(type, 16), Integer.parseInt(id, 16));
        KnownEndpoint known = new KnownEndpoint(
                0,
                Set.of(
                        CommandClass.USER_CODE.id(),
                        CommandClass.CONFIGURATION.id(),
                        CommandClass.SCHEDULE_ENTRY_LOCK.id()),
                List.of(new UsersNumber.Report(3), new ScheduleSlots.Report(0, 0, 20)));
        return LockParts.of(script.lock, script.site, Optional.of(product), known, script.events::add);
    }

    private static CredentialWrite write(Credential place) {
        return new CredentialWrite(place.slot(), place, Secret.of(CODE));
    }

    /** Slot 3 shows a code that is none. */
    private Optional<List<Command>> answer(Command command) {
        if (command instanceof Configuration.Get get) {
            return Optional.of(configured ? List.of(new Configuration.Report(get.parameter(), 1, 8)) : List.of());
        }
        if (command instanceof UserCode.Get get) {
            boolean taken = written && get.userId() == 3;
            return Optional.of(List.of(new UserCode.Report(
                    get.userId(),
                    taken ? UserIdStatus.ENABLED : UserIdStatus.AVAILABLE,
                    taken ? Optional.of(Secret.of("0000")) : Optional.empty())));
        }
        return Optional.empty();
    }
}
