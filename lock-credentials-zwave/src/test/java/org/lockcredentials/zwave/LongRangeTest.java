package org.lockcredentials.zwave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Credential;
import org.lockcredentials.CredentialType;
import org.lockcredentials.LockId;
import org.lockcredentials.Outcome;
import org.lockcredentials.Secret;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.CredentialWrite;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.spi.WriteMode;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.Pins;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.usercode.UserCode;
import org.lockcredentials.zwave.command.usercode.UserIdStatus;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.inclusion.ZWaveNode;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.serialapi.FakeStick;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.security.KeyRing;
import org.lockcredentials.zwave.transport.security.NodeSecurity;
import org.lockcredentials.zwave.transport.stack.TransportStack;

/** A lock of Long Range, whose node id takes two bytes, behind a stick that the test plays; the lock's side of Security 2 is this module's own. */
final class LongRangeTest {

    private static final int HOST = 1;
    private static final int NODE = 300;
    private static final int HOME = 0xCAFEBABE;
    private static final Credential SLOT_1 = new Credential(CredentialType.PIN, 1);

    private final ManualScheduler time = new ManualScheduler();
    private final FakeStick stick = new FakeStick(time).longRange(NODE);
    private final NetworkKeys keys = NetworkKeys.generate(Set.of(SecurityClass.values()), new ScriptedRandom(3));
    private final Map<LockId, LockDriver> locks = new TreeMap<>();
    private final ZWaveBackend backend =
            new ZWaveBackend(ZWaveConfig.at(stick.line()).keys(keys).build());

    @AfterEach
    void close() {
        done(backend.close());
        keys.close();
    }

    @Test
    void aLockOfLongRangeIsFoundInItsOwnClassAndGivenACode() {
        Lock lock = new Lock();
        stick.node(NODE, lock::receive).lists(NODE, 0x55, 0x9F);
        done(backend.open(new BackendContext(time.executor(), time, new MemoryStore(), new Listener())));
        ZWaveNode node = done(backend.nodes()).get(0);
        assertEquals(NODE, node.nodeId());
        assertEquals(Optional.of(SecurityClass.S2_ACCESS_CONTROL_LR), node.security());
        LockDriver driver = locks.get(LockId.of("zwave", "300"));
        assertEquals(20, done(driver.capabilities()).users().max());
        try (Secret pin = Pins.secret()) {
            CredentialWrite write = new CredentialWrite(1, SLOT_1, pin);
            assertEquals(Outcome.CONFIRMED, done(driver.writeCredential(WriteMode.ADD, write)));
            assertEquals(Optional.of(pin), lock.code);
        }
    }

    private <T> T done(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }

    private final class Listener implements BackendListener {

        @Override
        public void lockFound(LockDriver driver) {
            locks.put(driver.info().id(), driver);
        }

        @Override
        public void lockGone(LockId lock) {
            locks.remove(lock);
        }

        @Override
        public void event(LockEvent event) {}
    }

    /** Answers in its highest class only; what it sends goes by the stick to the host. */
    private final class Lock implements Radio {

        private final TransportStack stack;
        private Radio.Listener listener = (nodeId, command, alone) -> {};
        private Optional<Secret> code = Optional.empty();

        Lock() {
            Actor actor = new Actor(time.executor(), time);
            stack = new TransportStack(
                    this, actor, Duration.ofSeconds(5), new ScriptedRandom(4), List.of(0x62, 0x63, 0x86));
            stack.use(HOME, NODE, new KeyRing(keys));
            stack.node(HOST)
                    .listen((endpoint, command, answer) ->
                            answer(command).ifPresent(report -> stack.node(HOST).reply(0, report)));
            stack.describe(
                    HOST,
                    new NodeSecurity(
                            Set.of(SecurityClass.S2_ACCESS_CONTROL_LR, SecurityClass.S2_AUTHENTICATED_LR),
                            Set.of(),
                            true));
        }

        List<byte[]> receive(byte[] bytes) {
            listener.received(HOST, bytes.clone(), true);
            return List.of();
        }

        private Optional<Command> answer(Command command) {
            if (command instanceof UsersNumber.Get) {
                return Optional.of(new UsersNumber.Report(20));
            } else if (command instanceof CommandClassVersion.Get get) {
                return Optional.of(new CommandClassVersion.Report(get.requested(), 1));
            } else if (command instanceof UserCode.Set set) {
                code = Optional.of(set.code().copy());
            } else if (command instanceof UserCode.Get get) {
                UserIdStatus status = code.isPresent() ? UserIdStatus.ENABLED : UserIdStatus.AVAILABLE;
                return Optional.of(new UserCode.Report(get.userId(), status, code.map(Secret::copy)));
            }
            return Optional.empty();
        }

        @Override
        public CompletableFuture<Void> send(int nodeId, byte[] command) {
            stick.command(NODE, command.clone());
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public int room() {
            return 46;
        }

        @Override
        public void deliverTo(Radio.Listener above) {
            listener = above;
        }
    }
}
