package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Door;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.LearnState;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.LockDriver.DoorCommand;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** The driver on zwave-js's User Credential lock. */
final class UserCredentialLockIT {

    private static final int NODE = 2;
    private static final Credential SLOT_1 = new Credential(CredentialType.PIN, 1);
    private static final Credential SLOT_2 = new Credential(CredentialType.PIN, 2);
    private static final Credential FINGER_1 = new Credential(CredentialType.FINGERPRINT, 1);

    private ZwaveJsStick stick;
    private SmallHost host;
    private LockDriver lock;

    @BeforeEach
    void open() {
        stick = ZwaveJsStick.start("""
                {'nodes':[{'id':2,'userCredential':{'types':{
                    '1':{'slots':30,'min':4,'max':10},'2':{'slots':10,'min':4,'max':16},
                    '9':{'slots':5,'min':0,'max':0,'hash':8,'learn':{'steps':2}}}}}]}""");
        host = SmallHost.at(stick.port(), new MemoryStore());
        lock = host.lock(NODE);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
            stick.close();
        }
    }

    @Test
    void capabilitiesAreWhatTheLockSays() {
        Capabilities capabilities = await(lock.capabilities());
        assertEquals(30, capabilities.users().max());
        assertEquals(32, capabilities.users().maxNameLength());
        assertEquals(
                Optional.of(new Capabilities.Credentials(30, 4, 10, 30, true, false, Capabilities.ReadBack.DATA)),
                capabilities.credentials(CredentialType.PIN));
        Capabilities.Credentials fingers =
                capabilities.credentials(CredentialType.FINGERPRINT).orElseThrow();
        assertEquals(new Capabilities.Credentials(5, 0, 0, 5, false, true, Capabilities.ReadBack.PRESENCE), fingers);
        assertTrue(capabilities
                .features()
                .containsAll(List.of(Feature.CHECKSUM, Feature.ADMIN_CODE, Feature.DOOR_OPERATION)));
    }

    @Test
    void aPinIsSetReadDisabledEnabledAndDeleted() {
        assertEquals(Outcome.CONFIRMED, add(1, "Ann", SLOT_1, "00076029"));
        assertEquals(Optional.of(true), await(lock.holds(pin(1, SLOT_1, "00076029"))));
        assertEquals(Optional.of(false), await(lock.holds(pin(1, SLOT_1, "00086029"))));
        assertEquals(Optional.of(Secret.of("00076029")), await(lock.reveal(SLOT_1)));
        assertEquals(Optional.empty(), await(lock.reveal(SLOT_2)));
        assertEquals(SlotState.occupied(SLOT_1, 1), await(lock.readCredential(SLOT_1)));
        assertEquals(SlotState.free(SLOT_2), await(lock.readCredential(SLOT_2)));

        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(1, false)));
        assertEquals(Outcome.NO_CHANGE, await(lock.setEnabled(1, false)));
        assertEquals(false, stick.state(NODE).at("/users/0/active").booleanValue());
        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(1, true)));

        User ann = await(lock.readUser(1)).user().orElseThrow();
        assertEquals(Optional.of("Ann"), ann.name());
        assertEquals(List.of(SLOT_1), ann.credentials());
        assertEquals(Occupancy.FREE, await(lock.readUser(2)).occupancy());

        assertEquals(Outcome.CONFIRMED, await(lock.deleteCredential(1, SLOT_1)));
        assertEquals(SlotState.free(SLOT_1), await(lock.readCredential(SLOT_1)));
        assertEquals(Outcome.CONFIRMED, await(lock.deleteUser(1)));
        assertEquals(Occupancy.FREE, await(lock.readUser(1)).occupancy());
    }

    @Test
    void whatTheLockRefusesIsSaidInItsWords() {
        add(1, "Ann", SLOT_1, "12346029");
        assertEquals(
                Reason.OCCUPIED,
                failure(lock.writeUser(WriteMode.ADD, user(1, "Bob"))).reason());
        assertEquals(
                Reason.NOT_FOUND,
                failure(lock.writeUser(WriteMode.MODIFY, user(2, "Bob"))).reason());
        assertEquals(
                Reason.DUPLICATE,
                failure(lock.writeCredential(WriteMode.ADD, pin(1, SLOT_2, "12346029")))
                        .reason());
        assertEquals(
                Reason.OCCUPIED,
                failure(lock.writeCredential(WriteMode.ADD, pin(1, SLOT_1, "56786029")))
                        .reason());
        assertEquals(
                Reason.NOT_FOUND,
                failure(lock.writeCredential(WriteMode.ADD, pin(9, SLOT_2, "56786029")))
                        .reason());
        assertEquals(
                Reason.NOT_FOUND,
                failure(lock.writeCredential(WriteMode.MODIFY, pin(1, SLOT_2, "56786029")))
                        .reason());
        assertEquals(
                7,
                failure(lock.writeCredential(WriteMode.ADD, pin(1, SLOT_2, "12346029")))
                        .status()
                        .orElseThrow());
        assertEquals(Outcome.NO_CHANGE, await(lock.writeCredential(WriteMode.MODIFY, pin(1, SLOT_1, "12346029"))));
        assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, pin(1, SLOT_1, "43216029"))));
        assertEquals(1, stick.state(NODE).at("/credentials").size());
    }

    @Test
    void readingFindsWhatIsThereAndDeletingAllLeavesNothing() {
        long empty = await(lock.checksum()).orElseThrow();
        add(3, "Ann", SLOT_1, "11116029");
        add(7, "Bob", SLOT_2, "22226029");
        await(lock.writeCredential(
                WriteMode.ADD,
                new CredentialWrite(
                        7, new Credential(CredentialType.PASSWORD, 4), Secret.of(Pins.watch("open sesame")))));
        LockContents contents = await(lock.readAll());
        assertEquals(List.of(3, 7), contents.users().stream().map(User::index).toList());
        assertEquals(
                List.of(SLOT_2, new Credential(CredentialType.PASSWORD, 4)),
                contents.users().get(1).credentials());
        assertTrue(contents.unknownUsers().isEmpty()
                && contents.unknownCredentials().isEmpty());
        assertTrue(await(lock.checksum()).orElseThrow() != empty);
        assertEquals(Outcome.CONFIRMED, await(lock.deleteAllUsers()));
        assertEquals(List.of(), await(lock.readAll()).users());
        assertEquals(empty, await(lock.checksum()).orElseThrow());
    }

    @Test
    void theDoorAndItsPeopleAreHeardOf() {
        add(5, "Ann", SLOT_1, "12346029");
        host.event(LockEvent.UserChange.class, each -> each.change() == Change.ADDED);
        stick.enterCode(NODE, "12346029");
        LockEvent.Operation unlocked = host.event(LockEvent.Operation.class, each -> each.action() == Action.UNLOCK);
        assertEquals(Optional.of(new Actor(5, Optional.empty())), unlocked.user());
        assertEquals(Optional.of(SLOT_1), unlocked.credential());
        assertEquals(Source.KEYPAD, unlocked.source());

        stick.enterCode(NODE, "99996029");
        host.event(LockEvent.Operation.class, each -> each.action() == Action.DENIED);
        stick.command(
                "{'cmd':'addLocally','node':2,'user':8,'name':'Eve','credential':{'type':1,'slot':8,'data':'88886029'}}");
        assertEquals(
                Optional.of(new Actor(8, Optional.empty())),
                host.event(LockEvent.UserChange.class, each -> true).user());
        assertEquals(
                Optional.of(new Credential(CredentialType.PIN, 8)),
                host.event(LockEvent.CredentialChange.class, each -> true).credential());

        assertEquals(Outcome.CONFIRMED, await(lock.operate(new DoorCommand.Lock(), Optional.empty())));
        assertEquals(Door.Bolt.LOCKED, await(lock.doorState()).bolt());
        assertEquals(
                Source.REMOTE,
                host.event(LockEvent.Operation.class, each -> each.action() == Action.LOCK)
                        .source());
        stick.command("{'cmd':'jam','node':2}");
        host.event(LockEvent.Alarm.class, each -> each.kind() == LockEvent.AlarmKind.JAMMED);
    }

    @Test
    void aFingerIsLearnt() {
        await(lock.writeUser(WriteMode.ADD, user(1, "Ann")));
        assertEquals(Outcome.CONFIRMED, await(lock.learn(1, FINGER_1, Duration.ofSeconds(5))));
        assertEquals(
                OptionalInt.of(2),
                host.event(LockEvent.LearnProgress.class, each -> each.state() == LearnState.STARTED)
                        .stepsRemaining());
        host.event(LockEvent.LearnProgress.class, each -> each.state() == LearnState.STEP_DONE);
        host.event(LockEvent.LearnProgress.class, each -> each.state() == LearnState.LEARNT);
        assertEquals(SlotState.occupied(FINGER_1, 1), await(lock.readCredential(FINGER_1)));
        assertEquals(
                Reason.OCCUPIED,
                failure(lock.learn(1, FINGER_1, Duration.ofSeconds(5))).reason());

        await(lock.writeUser(WriteMode.ADD, user(2, "Bob")));
        assertEquals(Outcome.CONFIRMED, await(lock.assign(FINGER_1, 2)));
        assertEquals(SlotState.occupied(FINGER_1, 2), await(lock.readCredential(FINGER_1)));
    }

    @Test
    void theAdminCodeIsNoUsersCode() {
        assertEquals(Outcome.CONFIRMED, await(lock.writeAdminCode(Optional.of(Secret.of(Pins.watch("01926029"))))));
        assertEquals("01926029", stick.state(NODE).at("/adminCode").asText());
        await(lock.writeUser(WriteMode.ADD, user(1, "Ann")));
        assertEquals(
                Reason.DUPLICATE,
                failure(lock.writeCredential(WriteMode.ADD, pin(1, SLOT_1, "01926029")))
                        .reason());
        assertEquals(Outcome.CONFIRMED, await(lock.writeAdminCode(Optional.empty())));
    }

    private Outcome add(int index, String name, Credential place, String code) {
        assertEquals(Outcome.CONFIRMED, await(lock.writeUser(WriteMode.ADD, user(index, name))));
        return await(lock.writeCredential(WriteMode.ADD, pin(index, place, code)));
    }

    private static UserWrite user(int index, String name) {
        return new UserWrite(User.general(index, Optional.of(name)), Optional.empty());
    }

    private static CredentialWrite pin(int user, Credential place, String code) {
        return new CredentialWrite(user, place, Secret.of(Pins.watch(code)));
    }
}
