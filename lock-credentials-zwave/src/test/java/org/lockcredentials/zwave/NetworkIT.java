package org.lockcredentials.zwave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.lockcredentials.zwave.host.SmallHost.await;
import static org.lockcredentials.zwave.host.SmallHost.failure;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Outcome;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockContents;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.host.SmallHost;
import org.lockcredentials.zwave.peer.ZwaveJsStick;

/** A network that is away for a while, answers late, twice or not at all. */
final class NetworkIT {

    private static final String LOCKS =
            "{'nodes':[{'id':2,'userCredential':{'initial':[{'user':1}]}},{'id':3,'userCode':{}}]}";
    private static final Credential SLOT_1 = new Credential(CredentialType.PIN, 1);

    @Test
    void aLostStickIsToldAndFoundAgain() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(LOCKS);
                SmallHost host = open(stick)) {
            stick.drop();
            assertFalse(host.event(LockEvent.Connection.class, each -> true).reachable());
            host.event(
                    LockEvent.Connection.class,
                    each -> each.reachable() && each.lock().address().equals("3"));
            assertTrue(host.lock(3).info().reachable());
            assertEquals(Outcome.CONFIRMED, await(write(host.lock(3), WriteMode.ADD, "00426029")));
        }
    }

    @Test
    void aLostStatusIsMadeUpForAndALostCommandIsSaid() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(LOCKS);
                SmallHost host = open(stick)) {
            LockDriver lock = host.lock(2);
            stick.command("{'cmd':'mute','node':2,'count':2}");
            assertEquals(
                    Outcome.CONFIRMED, await(write(lock, WriteMode.ADD, "12346029")), "report and status are lost");
            stick.command("{'cmd':'mute','node':2,'what':'commands'}");
            assertEquals(
                    Reason.TIMEOUT,
                    failure(write(lock, WriteMode.MODIFY, "43216029")).reason(),
                    "the acknowledgement alone may have been lost");
            assertEquals("12346029", stick.state(2).at("/credentials/0/data").asText());
        }
    }

    @Test
    void whatArrivesTwiceIsHeardOnce() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(LOCKS);
                SmallHost host = open(stick)) {
            assertEquals(Outcome.CONFIRMED, await(write(host.lock(2), WriteMode.ADD, "12346029")));
            host.event(LockEvent.CredentialChange.class, each -> true);
            stick.command("{'cmd':'repeat','node':2,'count':9}");
            stick.enterCode(2, "12346029");
            host.event(LockEvent.Operation.class, each -> each.action() == LockEvent.Action.UNLOCK);
            stick.command("{'cmd':'jam','node':2}");
            host.event(LockEvent.Alarm.class, each -> true);
            stick.command("{'cmd':'repeat','node':2,'count':0}");
            stick.command("{'cmd':'lock','node':2}");
            LockEvent next = host.event(LockEvent.class, each -> true);
            assertEquals(LockEvent.Action.LOCK, ((LockEvent.Operation) next).action());
        }
    }

    @Test
    void aLockOnBatteriesIsReached() {
        try (ZwaveJsStick stick = ZwaveJsStick.start("{'nodes':[{'id':3,'flirs':true,'userCode':{}}]}");
                SmallHost host = open(stick)) {
            assertEquals(Outcome.CONFIRMED, await(write(host.lock(3), WriteMode.ADD, "00426029")));
        }
    }

    @Test
    void closingFailsWhatIsPending() {
        try (ZwaveJsStick stick = ZwaveJsStick.start(LOCKS)) {
            SmallHost host = open(stick);
            LockDriver lock = host.lock(3);
            stick.command("{'cmd':'delay','node':3,'ms':5000}");
            CompletableFuture<LockContents> pending = lock.readAll();
            host.close();
            assertEquals(Reason.CLOSED, failure(pending).reason());
            assertEquals(Reason.CLOSED, failure(lock.readAll()).reason());
        }
    }

    @Test
    void aPortWhereNoStickAnswersIsUnreachable() {
        LockCredentialException failure = assertThrows(
                LockCredentialException.class,
                () -> new SmallHost(ZWaveConfig.of("tcp://127.0.0.1:1"), new MemoryStore()));
        assertEquals(Reason.UNREACHABLE, failure.reason());
    }

    private static SmallHost open(ZwaveJsStick stick) {
        ZWaveConfig config = ZWaveConfig.at("tcp://127.0.0.1:" + stick.port())
                .answerTime(Duration.ofSeconds(1))
                .build();
        return new SmallHost(config, new MemoryStore());
    }

    private static CompletableFuture<Outcome> write(LockDriver lock, WriteMode mode, String code) {
        return lock.writeCredential(mode, new CredentialWrite(1, SLOT_1, Secret.of(Pins.watch(code))));
    }
}
