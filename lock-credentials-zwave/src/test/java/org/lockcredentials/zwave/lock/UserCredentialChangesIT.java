package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialRule;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.UserType;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Change;
import org.lockcredentials.event.LockEvent.LearnState;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.UserWrite;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** What goes on at zwave-js's User Credential lock besides setting PINs: learning, users who wear out, names, other controllers. */
final class UserCredentialChangesIT {

    private static final int NODE = 2;
    private static final Credential PIN = new Credential(CredentialType.PIN, 1);
    private static final Credential FINGER = new Credential(CredentialType.FINGERPRINT, 1);
    private static final Credential CARD = new Credential(CredentialType.RFID, 1);

    private final MemoryStore store = new MemoryStore();
    private ZwaveJsStick stick;
    private SmallHost host;
    private LockDriver lock;

    @BeforeEach
    void open() {
        stick = ZwaveJsStick.start("""
                {'nodes':[{'id':2,'userCredential':{'version':2,'minuteMs':30,'encodings':[0,1,2],'nameLength':20,'types':{
                    '1':{'slots':30,'min':4,'max':10},
                    '3':{'slots':5,'min':0,'max':0,'hash':8,'learn':{'steps':1,'result':'timeout'}},
                    '9':{'slots':5,'min':0,'max':0,'hash':8,'learn':{'steps':2,'byHand':true}}}}}]}""");
        restart();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
            stick.close();
        }
    }

    private void restart() {
        if (host != null) {
            host.close();
        }
        host = SmallHost.at(stick.port(), store);
        lock = host.lock(NODE);
    }

    @Test
    void aFingerIsLearntStepByStep() {
        await(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, "Ann", 0)));
        CompletableFuture<Outcome> learning = lock.learn(1, FINGER, Duration.ofSeconds(30));
        assertEquals(OptionalInt.of(2), step(LearnState.STARTED));
        present();
        assertEquals(OptionalInt.of(1), step(LearnState.STEP_DONE));
        present();
        step(LearnState.LEARNT);
        assertEquals(Outcome.CONFIRMED, await(learning));
        assertEquals(SlotState.occupied(FINGER, 1), await(lock.readCredential(FINGER)));
    }

    @Test
    void learningIsCalledOff() {
        await(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, "Ann", 0)));
        assertEquals(Outcome.NO_CHANGE, await(lock.cancelLearning()));
        CompletableFuture<Outcome> learning = lock.learn(1, FINGER, Duration.ofSeconds(30));
        step(LearnState.STARTED);
        assertEquals(Outcome.CONFIRMED, await(lock.cancelLearning()));
        assertEquals(Reason.REJECTED, failure(learning).reason());
        step(LearnState.ENDED);
        assertEquals(SlotState.free(FINGER), await(lock.readCredential(FINGER)));
        assertEquals(Outcome.NO_CHANGE, await(lock.cancelLearning()));
    }

    @Test
    void aLockThatWaitsInVainSaysSo() {
        await(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, "Ann", 0)));
        assertEquals(
                Reason.TIMEOUT,
                failure(lock.learn(1, CARD, Duration.ofSeconds(5))).reason());
        step(LearnState.TIMED_OUT);
    }

    @Test
    void anotherControllersWorkIsHeardOf() {
        await(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, "Ann", 0)));
        await(lock.writeUser(WriteMode.ADD, user(2, UserType.GENERAL, "Bob", 0)));
        stick.command("{'cmd':'learnRemotely','node':2,'user':1,'type':9,'slot':1}");
        step(LearnState.STARTED);
        assertEquals(
                Reason.REJECTED,
                failure(lock.learn(1, new Credential(CredentialType.FINGERPRINT, 2), Duration.ofSeconds(30)))
                        .reason(),
                "one at a time");
        present();
        step(LearnState.STEP_DONE);
        present();
        step(LearnState.LEARNT);
        LockEvent.CredentialChange learnt = credentialChange(Change.ADDED);
        assertEquals(Optional.of(FINGER), learnt.credential());
        assertEquals(1, learnt.user().orElseThrow().index());

        stick.command("{'cmd':'assignRemotely','node':2,'user':2,'credential':{'type':9,'slot':1}}");
        LockEvent.CredentialChange moved = credentialChange(Change.MODIFIED);
        assertEquals(Optional.of(FINGER), moved.credential());
        assertEquals(2, moved.user().orElseThrow().index());
    }

    @Test
    void aDisposableUserIsGoodForOnce() {
        add(1, UserType.DISPOSABLE, "Eve", 0, "50186029");
        assertEquals(UserType.DISPOSABLE, read(1).type());
        assertTrue(enter("50186029"));
        host.event(LockEvent.UserChange.class, each -> each.change() == Change.MODIFIED);
        assertEquals(false, read(1).enabled());
        assertEquals(false, enter("50186029"));
    }

    @Test
    void anExpiringUserIsGoodForATimeAlsoAfterARestart() {
        add(1, UserType.EXPIRING, "Eve", 90, "50186029");
        assertEquals(
                Reason.REJECTED,
                failure(lock.writeUser(WriteMode.ADD, user(2, UserType.EXPIRING, "Bob", 0)))
                        .reason());
        restart();
        assertEquals(UserType.EXPIRING, read(1).type());
        assertEquals(
                Outcome.CONFIRMED,
                await(lock.writeUser(
                        WriteMode.MODIFY, new UserWrite(read(1).withName(Optional.of("Eva")), Optional.empty()))));
        assertEquals(
                90, stick.state(NODE).at("/users/0/expires").intValue(), "renaming gives no new time and takes none");
        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(1, false)));
        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(1, true)));
        assertEquals(90, stick.state(NODE).at("/users/0/expires").intValue());

        assertTrue(enter("50186029"));
        host.event(LockEvent.Operation.class, each -> each.action() == Action.UNLOCK);
        assertTrue(enter("50186029"), "its time has only begun");
        host.event(LockEvent.UserChange.class, each -> each.change() == Change.MODIFIED);
        assertEquals(false, read(1).enabled());
        assertEquals(Optional.of("Eva"), read(1).name());
    }

    @ParameterizedTest
    @CsvSource({"Ann, 0", "Zoë, 1", "Łukasz, 2", "Ωmega ≈ α, 1", "名前, 2", "😀 Ann, 2"})
    void aNameIsWrittenInTheShortestOfTheLocksAlphabets(String name, int encoding) {
        await(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, name, 0)));
        assertEquals(encoding, stick.state(NODE).at("/users/0/encoding").intValue());
        // The peer takes the extended table for UTF-8, and keeps nothing of what is not.
        if (encoding != 1) {
            assertEquals(name, stick.state(NODE).at("/users/0/name").asText());
            assertEquals(Optional.of(name), read(1).name());
        }
    }

    @Test
    void aNameThatTheLockWouldCutOffIsRefusedUnsent() {
        assertEquals(
                Reason.UNSUPPORTED,
                failure(lock.writeUser(WriteMode.ADD, user(1, UserType.GENERAL, "Łukasz Łukasz", 0)))
                        .reason());
        assertEquals(Occupancy.FREE, await(lock.readUser(1)).occupancy());
    }

    /** In ASCII, since the peer counts names as UTF-8 whatever it keeps them in. */
    @Test
    void theChecksumIsForeseenThroughItsOwnWritesAndNobodyElses() {
        add(3, UserType.GENERAL, "Ann", 0, "50186029");
        await(lock.writeUser(WriteMode.ADD, user(2, UserType.DURESS, "Lukas", 0)));
        assertEquals(OptionalLong.empty(), expected(), "before it was read");
        await(lock.readAll());
        assertForeseen();
        Credential second = new Credential(CredentialType.PIN, 2);
        await(lock.writeCredential(WriteMode.ADD, new CredentialWrite(2, second, Secret.of(Pins.watch("60186029")))));
        assertForeseen();
        await(lock.writeCredential(
                WriteMode.MODIFY, new CredentialWrite(2, second, Secret.of(Pins.watch("0060186029")))));
        assertForeseen();
        await(lock.setEnabled(2, false));
        assertForeseen();
        await(lock.assign(second, 3));
        assertForeseen();
        await(lock.writeUser(WriteMode.ADD, user(9, UserType.EXPIRING, "Zoe", 30)));
        assertForeseen();
        await(lock.deleteCredential(3, second));
        assertForeseen();
        await(lock.deleteUser(3));
        assertForeseen();
        stick.command(
                "{'cmd':'addLocally','node':2,'user':8,'name':'Eve','credential':{'type':1,'slot':8,'data':'88886029'}}");
        assertNotEquals(await(lock.checksum()), expected());
        await(lock.readAll());
        assertForeseen();
        await(lock.deleteAllUsers());
        assertForeseen();
    }

    private OptionalLong expected() {
        return await(lock.expectedChecksum());
    }

    private void assertForeseen() {
        assertEquals(await(lock.checksum()), expected());
    }

    private OptionalInt step(LearnState state) {
        return host.event(LockEvent.LearnProgress.class, each -> each.state() == state)
                .stepsRemaining();
    }

    private LockEvent.CredentialChange credentialChange(Change change) {
        return host.event(LockEvent.CredentialChange.class, each -> each.change() == change);
    }

    private void present() {
        stick.command("{'cmd':'present','node':2}");
    }

    private boolean enter(String code) {
        return stick.enterCode(NODE, code).at("/accepted").booleanValue();
    }

    private User read(int index) {
        return await(lock.readUser(index)).user().orElseThrow();
    }

    private void add(int index, UserType type, String name, int minutes, String code) {
        assertEquals(Outcome.CONFIRMED, await(lock.writeUser(WriteMode.ADD, user(index, type, name, minutes))));
        await(lock.writeCredential(WriteMode.ADD, new CredentialWrite(index, PIN, Secret.of(Pins.watch(code)))));
    }

    private static UserWrite user(int index, UserType type, String name, int minutes) {
        return new UserWrite(
                new User(
                        index,
                        Optional.of(name),
                        true,
                        type,
                        CredentialRule.SINGLE,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                minutes == 0 ? Optional.empty() : Optional.of(Duration.ofMinutes(minutes)));
    }
}
