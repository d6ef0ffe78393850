package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Capabilities;
import org.lockcredentials.Capabilities.Feature;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.Occupancy;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.SlotState;
import org.lockcredentials.User;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.event.LockEvent.Action;
import org.lockcredentials.event.LockEvent.Actor;
import org.lockcredentials.event.LockEvent.Source;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.ZWaveConfig;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** The driver on User Code locks of several kinds, all zwave-js's. */
final class UserCodeLockIT {

    private static final int NODE = 3;

    private ZwaveJsStick stick;
    private SmallHost host;
    private LockDriver lock;

    private void open(String userCode, String more) {
        stick = ZwaveJsStick.start("{'nodes':[{'id':3,'userCode':" + userCode + more + "}]}");
        ZWaveConfig config = ZWaveConfig.at("tcp://127.0.0.1:" + stick.port())
                .answerTime(Duration.ofSeconds(1))
                .build();
        host = new SmallHost(config, new MemoryStore());
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
    void aCodeIsSetReadDisabledEnabledAndDeleted() {
        open("{}", "");
        Capabilities capabilities = await(lock.capabilities());
        assertEquals(30, capabilities.users().max());
        assertEquals(Capabilities.UserModel.SLOT_IS_USER, capabilities.users().model());
        assertEquals(Capabilities.Enabling.NATIVE, capabilities.enabling());
        assertEquals(Set.of(Feature.ADMIN_CODE, Feature.CHECKSUM, Feature.DOOR_OPERATION), capabilities.features());

        assertEquals(Outcome.CONFIRMED, add(4, "00076029"));
        assertEquals(SlotState.occupied(slot(4), 4), await(lock.readCredential(slot(4))));
        assertEquals(SlotState.free(slot(5)), await(lock.readCredential(slot(5))));
        assertEquals(Optional.of(true), await(lock.holds(code(4, "00076029"))));
        assertEquals(Optional.of(false), await(lock.holds(code(4, "00086029"))));
        assertEquals(Optional.of(Secret.of("00076029")), await(lock.reveal(slot(4))));
        assertEquals(Optional.empty(), await(lock.reveal(slot(5))));
        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(4, false)));
        assertEquals(2, stick.state(NODE).at("/codes/0/status").intValue());
        assertEquals("00076029", stick.state(NODE).at("/codes/0/code").asText());
        assertEquals(Outcome.CONFIRMED, await(lock.writeCredential(WriteMode.MODIFY, code(4, "00706029"))));
        assertEquals(2, stick.state(NODE).at("/codes/0/status").intValue(), "a new code enables nobody");
        assertEquals(Outcome.CONFIRMED, await(lock.setEnabled(4, true)));
        assertEquals(Outcome.NO_CHANGE, await(lock.setEnabled(4, true)));

        add(9, "12346029");
        assertEquals(List.of(4, 9), indexes(await(lock.readAll())));
        assertEquals(Outcome.CONFIRMED, await(lock.deleteCredential(4, slot(4))));
        assertEquals(Occupancy.FREE, await(lock.readUser(4)).occupancy());
        assertEquals(Outcome.CONFIRMED, await(lock.deleteAllUsers()));
        assertEquals(List.of(), indexes(await(lock.readAll())));
    }

    @Test
    void theChecksumIsForeseenThroughItsOwnWritesAndNobodyElses() {
        open("{'codes':[{'user':1,'code':'11116029'},{'user':3,'status':2,'code':'0033336029'}]}", "");
        await(lock.readAll());
        assertForeseen();
        add(2, "12346029");
        assertForeseen();
        await(lock.setEnabled(2, false));
        assertForeseen();
        await(lock.deleteUser(1));
        assertForeseen();
        stick.command("{'cmd':'addLocally','node':3,'user':9,'code':'99996029'}");
        assertNotEquals(await(lock.checksum()), await(lock.expectedChecksum()));
        await(lock.readAll());
        assertForeseen();
        await(lock.deleteAllUsers());
        assertForeseen();
    }

    private void assertForeseen() {
        assertEquals(await(lock.checksum()), await(lock.expectedChecksum()));
    }

    @Test
    void whatIsTakenOrKnownTwiceIsRefused() {
        open("{'codes':[{'user':1,'code':'11116029'}]}", "");
        assertEquals(
                Reason.OCCUPIED,
                failure(lock.writeCredential(WriteMode.ADD, code(1, "22226029")))
                        .reason());
        assertEquals(
                Reason.DUPLICATE,
                failure(lock.writeCredential(WriteMode.ADD, code(2, "11116029")))
                        .reason());
        assertEquals(Reason.NOT_FOUND, failure(lock.setEnabled(2, false)).reason());
        assertEquals(1, stick.state(NODE).at("/codes").size());
    }

    @Test
    void aDuplicateIsToldWithoutSupervisionToo() {
        open("{'codes':[{'user':1,'code':'11116029'}]}", ",'without':[108]");
        assertEquals(
                Reason.DUPLICATE,
                failure(lock.writeCredential(WriteMode.ADD, code(2, "11116029")))
                        .reason());
    }

    @Test
    void anUnsupervisedCodeIsReadBack() {
        open("{'version':1}", ",'without':[108]");
        assertEquals(Outcome.CONFIRMED, add(2, "12346029"));
        assertEquals(1, stick.frames().at("/nodes/3/commands/6301").intValue());
        assertEquals(Outcome.CONFIRMED, await(lock.deleteUser(2)));
        assertEquals(0, stick.state(NODE).at("/codes").size());
    }

    @Test
    void supervisionThatIsForgottenIsMadeUpForByReadingBack() {
        open("{}", ",'supervision':'silent'");
        assertEquals(Outcome.CONFIRMED, add(2, "12346029"));
    }

    @Test
    void supervisionThatIsNotSupportedIsAskedForOnce() {
        open("{}", ",'supervision':'noSupport'");
        assertEquals(Outcome.CONFIRMED, add(2, "12346029"));
        assertEquals(Outcome.CONFIRMED, add(3, "43216029"));
        JsonNode commands = stick.frames().at("/nodes/3/commands");
        assertEquals(1, commands.path("6C01>6301").intValue(), commands.toString());
        assertEquals(2, commands.path("6301").intValue(), commands.toString());
    }

    @Test
    void aLockThatTakesItsTimeIsWaitedFor() {
        open("{}", ",'supervision':{'workingMs':2500}");
        assertEquals(Outcome.CONFIRMED, add(2, "12346029"));
        assertEquals(1, stick.frames().at("/nodes/3/commands/6C01>6301").intValue());
    }

    @Test
    void maskedCodesAreUnknownAndNeverSentBack() {
        open("{'masked':true,'codes':[{'user':1,'code':'11116029'}]}", "");
        assertEquals(SlotState.unknown(slot(1)), await(lock.readCredential(slot(1))));
        assertEquals(Optional.empty(), await(lock.holds(code(1, "11116029"))));
        assertEquals(Optional.empty(), await(lock.reveal(slot(1))));
        LockContents contents = await(lock.readAll());
        assertEquals(Set.of(slot(1)), contents.unknownCredentials());
        assertEquals(List.of(1), indexes(contents));
        assertEquals(Reason.UNSUPPORTED, failure(lock.setEnabled(1, false)).reason());
        assertEquals(
                Reason.OCCUPIED,
                failure(lock.writeCredential(WriteMode.ADD, code(1, "22226029")))
                        .reason());
        assertEquals("11116029", stick.state(NODE).at("/codes/0/code").asText());
    }

    @Test
    void freeSlotsThatReportZerosAreFree() {
        open("{'version':1,'users':3,'empty':'0000','codes':[{'user':2,'code':'22226029'}]}", "");
        assertEquals(List.of(2), indexes(await(lock.readAll())));
        assertEquals(SlotState.free(slot(1)), await(lock.readCredential(slot(1))));
        assertEquals(Outcome.CONFIRMED, add(1, "00001234"));
    }

    @Test
    void aCodeAtTheKeypadNamesItsUser() {
        open("{'codes':[{'user':5,'code':'55556029'}]}", ",'notification':{'user':'report'}");
        stick.enterCode(NODE, "55556029");
        LockEvent.Operation unlocked = host.event(LockEvent.Operation.class, each -> each.action() == Action.UNLOCK);
        assertEquals(Optional.of(new Actor(5, Optional.empty())), unlocked.user());
        assertEquals(Source.KEYPAD, unlocked.source());
        stick.command("{'cmd':'addLocally','node':3,'user':6,'code':'66666029'}");
        assertEquals(
                Optional.of(new Actor(6, Optional.empty())),
                host.event(LockEvent.UserChange.class, each -> true).user());
        stick.command("{'cmd':'deleteLocally','node':3,'user':0}");
        assertTrue(host.event(LockEvent.UserChange.class, each -> each.change() == LockEvent.Change.DELETED)
                .user()
                .isEmpty());
    }

    @Test
    void anAlarmLockNamesTheUserInTheLevel() {
        open("{'version':1,'users':5,'codes':[{'user':5,'code':'55556029'}]}", ",'versions':{'113':1}");
        stick.enterCode(NODE, "55556029");
        assertEquals(
                Optional.of(new Actor(5, Optional.empty())),
                host.event(LockEvent.Operation.class, each -> each.action() == Action.UNLOCK)
                        .user());
    }

    @Test
    void theAdminCodeIsSetAndTakenAway() {
        open("{}", "");
        assertEquals(Outcome.CONFIRMED, await(lock.writeAdminCode(Optional.of(Secret.of(Pins.watch("01926029"))))));
        assertEquals("01926029", stick.state(NODE).at("/adminCode").asText());
        assertEquals(Outcome.CONFIRMED, await(lock.writeAdminCode(Optional.empty())));
    }

    private Outcome add(int user, String code) {
        return await(lock.writeCredential(WriteMode.ADD, code(user, code)));
    }

    private static List<Integer> indexes(LockContents contents) {
        return contents.users().stream().map(User::index).toList();
    }

    private static Credential slot(int user) {
        return new Credential(CredentialType.PIN, user);
    }

    private static CredentialWrite code(int user, String code) {
        return new CredentialWrite(user, slot(user), Secret.of(Pins.watch(code)));
    }
}
