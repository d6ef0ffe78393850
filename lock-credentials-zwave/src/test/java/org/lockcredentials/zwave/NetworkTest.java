package org.lockcredentials.zwave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.NodeInformation;
import org.lockcredentials.zwave.command.SecretBytes;
import org.lockcredentials.zwave.command.battery.Battery;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.manufacturer.ManufacturerSpecific;
import org.lockcredentials.zwave.command.multichannel.EndPointCapability;
import org.lockcredentials.zwave.command.multichannel.EndPoints;
import org.lockcredentials.zwave.command.multichannel.MultiChannel;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.command.timeparameters.TimeParameters;
import org.lockcredentials.zwave.command.usercode.UsersNumber;
import org.lockcredentials.zwave.command.version.CommandClassVersion;
import org.lockcredentials.zwave.command.wakeup.WakeUp;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.inclusion.ProvisionedNode;
import org.lockcredentials.zwave.inclusion.SmartStartCode;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.serialapi.FakeStick;
import org.lockcredentials.zwave.serialapi.function.ApplicationNodeInformation;
import org.lockcredentials.zwave.serialapi.function.FunctionId;

/** The nodes of a network behind a stick that the test plays, in virtual time: when they are known, and who says what. */
final class NetworkTest {

    private static final int NODE = 7;
    private static final Dsk.Whole DSK = (Dsk.Whole) Dsk.parse("51525-35455-41424-34445-31323-33435-21222-32425");

    private final ManualScheduler time = new ManualScheduler();
    private final FakeStick stick = new FakeStick(time);
    private final MemoryStore store = new MemoryStore();
    private final Map<LockId, LockDriver> locks = new TreeMap<>();
    private final List<LockEvent> events = new ArrayList<>();
    private final List<Command> received = new ArrayList<>();
    private final Map<Command, Command> answers = new HashMap<>(Map.of(
            new ManufacturerSpecific.Get(), new ManufacturerSpecific.Report(0x3B, 1, 2),
            new UsersNumber.Get(), new UsersNumber.Report(20),
            new CommandClassVersion.Get(0x63), new CommandClassVersion.Report(0x63, 1)));
    private ZWaveBackend backend = backend();

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
        public void event(LockEvent event) {
            events.add(event);
        }
    }

    @AfterEach
    void close() {
        done(backend.close());
    }

    @Test
    void aLockThatAnswersIsKnownFromThenOn() {
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x72);
        open();
        assertEquals(20, done(lock(0).capabilities()).users().max());
        restart();
        assertEquals(20, done(lock(0).capabilities()).users().max());
        assertEquals(List.of(), received);
    }

    @Test
    void whatIsSilentOnceIsAskedAgainBeforeItIsKept() {
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x72);
        Command users = answers.remove(new UsersNumber.Get());
        open();
        assertEquals(Optional.empty(), lock(0).info().model());
        answers.put(new UsersNumber.Get(), users);
        assertEquals(20, done(lock(0).capabilities()).users().max());
        restart();
        assertEquals(20, done(lock(0).capabilities()).users().max());
        assertEquals(List.of(), received);
    }

    @Test
    void whatIsSilentIsAskedAgainAfterARestart() {
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x72);
        Command product = answers.remove(new ManufacturerSpecific.Get());
        open();
        answers.put(new ManufacturerSpecific.Get(), product);
        restart();
        assertEquals("0001:0002", lock(0).info().model().orElseThrow());
    }

    @Test
    void userCodeStandsInOnlyForUserCredentialThatStaysSilent() {
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x72, 0x83);
        open();
        assertEquals(Optional.empty(), lock(0).info().model(), "an answer may have been lost");
        assertEquals(20, done(lock(0).capabilities()).users().max());
    }

    @Test
    void whatTheRootDeviceSaysIsOfTheFirstLockOnly() {
        NodeInformation lock = new NodeInformation(Set.of(0x62, 0x63), Set.of());
        answers.put(new EndPoints.Get(), new EndPoints.Report(false, false, 2, 0));
        answers.put(new EndPointCapability.Get(1), new EndPointCapability.Report(false, 1, 0x40, 3, lock));
        answers.put(new EndPointCapability.Get(2), new EndPointCapability.Report(false, 2, 0x40, 3, lock));
        stick.node(NODE, this::answer).lists(NODE, 0x60, 0x62, 0x63);
        open();
        assertEquals(Set.of(LocksOfNetwork.id(NODE, 1), LocksOfNetwork.id(NODE, 2)), locks.keySet());
        events.clear();
        Battery.Report low = new Battery.Report(Battery.Report.LOW, Optional.empty());
        stick.command(NODE, low.encode());
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(LocksOfNetwork.id(NODE, 1)), alarms());
        stick.command(NODE, new MultiChannel.Encapsulation(2, false, 0, SecretBytes.of(low)).encode());
        time.advance(Duration.ofSeconds(1));
        assertEquals(List.of(LocksOfNetwork.id(NODE, 1), LocksOfNetwork.id(NODE, 2)), alarms());
    }

    @Test
    void aSleepingLockIsGotToKnowInOneWakeUpAndAskedOnce() {
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x72, 0x84).sleeps(NODE);
        open();
        assertFalse(lock(0).info().reachable());
        assertEquals(List.of(), received);
        stick.wakes(NODE);
        stick.command(NODE, new WakeUp.Notification().encode());
        stick.command(NODE, new WakeUp.Notification().encode());
        time.advance(Duration.ofSeconds(10));
        assertTrue(lock(0).info().reachable());
        assertEquals(
                List.of(
                        new ManufacturerSpecific.Get(),
                        new UsersNumber.Get(),
                        new CommandClassVersion.Get(0x63),
                        new WakeUp.NoMoreInformation()),
                received);
        assertEquals(20, done(lock(0).capabilities()).users().max());
    }

    @Test
    void aNodeThatAsksForNoClassOfItsOwnIsNotProvisioned() {
        open();
        String withoutS2 = new SmartStartCode(true, 0x80, DSK, List.of()).encode();
        assertEquals(Reason.INVALID, failure(backend.provision(withoutS2)).reason());
        assertEquals(List.of(), done(backend.provisioned()));
    }

    @Test
    void aNodeThatAsksForNoClassOfLongRangeJoinsByTheMesh() {
        open();
        SmartStartCode.Information longRange =
                new SmartStartCode.Information(SmartStartCode.Information.SUPPORTED_PROTOCOLS, false, "03");
        String unauthenticated = new SmartStartCode(true, 0x01, DSK, List.of(longRange)).encode();
        ProvisionedNode entry = done(backend.provision(unauthenticated));
        assertFalse(entry.longRange());
        assertEquals(Set.of(SecurityClass.S2_UNAUTHENTICATED), entry.granted());
        assertEquals(List.of(entry), done(backend.provisioned()));
    }

    @Test
    void nodesHearWhatTheHostIs() {
        open();
        time.advance(Duration.ofSeconds(1));
        ApplicationNodeInformation information = stick.information().orElseThrow();
        assertEquals(0x01, information.deviceOptions(), "it listens");
        assertEquals(0x02, information.generic());
        assertEquals(Set.of(0x55, 0x56, 0x6C, 0x8A, 0x8F, 0x98, 0x9F), Set.copyOf(information.commandClasses()));
    }

    @Test
    void aStickThatCannotBeToldWhatTheHostIsIsNotTold() {
        stick.without(FunctionId.APPLICATION_NODE_INFORMATION);
        open();
        time.advance(Duration.ofSeconds(1));
        assertEquals(Optional.empty(), stick.information());
    }

    @Test
    void theClockOfALockIsLookedAfterEveryDayWhileSomebodyHasSchedules() {
        lockWithSchedules();
        open();
        time.advance(Duration.ofDays(3));
        assertEquals(0, looks());
        store.write("zwave/cafebabe/lock/7/0/scheduled", new byte[] {'1'});
        restart();
        time.advance(Duration.ofHours(23));
        assertEquals(1, looks());
        time.advance(Duration.ofDays(5));
        assertEquals(6, looks());
    }

    @Test
    void theClockOfALockIsLookedAfterWhenTheTimeOfTheZoneChanges() {
        lockWithSchedules();
        store.write("zwave/cafebabe/lock/7/0/scheduled", new byte[] {'1'});
        time.advance(Duration.between(time.now(), Instant.parse("2026-03-28T12:00:00Z")));
        open();
        time.advance(Duration.ofHours(13));
        assertEquals(1, looks());
        time.advance(Duration.ofMinutes(2));
        assertEquals(2, looks(), "summer time has begun at one o'clock");
    }

    private void lockWithSchedules() {
        answers.put(new ScheduleSlots.Get(), new ScheduleSlots.Report(2, 2, 0));
        answers.put(new CommandClassVersion.Get(0x4E), new CommandClassVersion.Report(0x4E, 1));
        answers.put(new TimeParameters.Get(), new TimeParameters.Report(2015, 1, 1, 0, 0, 0));
        stick.node(NODE, this::answer).lists(NODE, 0x62, 0x63, 0x4E, 0x8B);
    }

    private long looks() {
        return received.stream().filter(TimeParameters.Get.class::isInstance).count();
    }

    private LockCredentialException failure(CompletableFuture<?> future) {
        time.advanceUntilDone(future.handle((value, failure) -> failure), Duration.ofMinutes(10));
        return (LockCredentialException)
                assertThrows(CompletionException.class, future::join).getCause();
    }

    private List<LockId> alarms() {
        return events.stream()
                .filter(LockEvent.Alarm.class::isInstance)
                .map(LockEvent::lock)
                .toList();
    }

    private LockDriver lock(int endpoint) {
        LockDriver lock = locks.get(LocksOfNetwork.id(NODE, endpoint));
        assertTrue(lock != null, () -> "no such lock among " + locks.keySet());
        return lock;
    }

    private List<byte[]> answer(byte[] bytes) {
        try {
            Command command = Commands.decode(bytes);
            received.add(command);
            Optional<MultiChannel.Encapsulation> wrapped = MultiChannel.Encapsulation.TYPE.match(command);
            Command inner = wrapped.isPresent() ? Commands.decode(wrapped.get().command()) : command;
            return Optional.ofNullable(answers.get(inner))
                    .map(answer -> wrapped.<Command>map(there -> new MultiChannel.Encapsulation(
                                    there.destination(), false, 0, SecretBytes.of(answer)))
                            .orElse(answer))
                    .map(Command::encode)
                    .stream()
                    .toList();
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private void open() {
        done(backend.open(new BackendContext(time.executor(), time, store, new Listener())));
    }

    private void restart() {
        done(backend.close());
        locks.clear();
        received.clear();
        backend = backend();
        open();
    }

    private ZWaveBackend backend() {
        return new ZWaveBackend(
                ZWaveConfig.at(stick.line()).zone(ZoneId.of("Europe/Berlin")).build());
    }

    private <T> T done(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }
}
