package org.lockcredentials.zwave.lock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.ActuatorDuration;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.command.supervision.SupervisionStatus;
import org.lockcredentials.zwave.host.MemoryStore;
import org.lockcredentials.zwave.transport.NodeKind;
import org.lockcredentials.zwave.transport.NodeSession;
import org.lockcredentials.zwave.transport.PlainStack;
import org.lockcredentials.zwave.transport.Radio;
import org.lockcredentials.zwave.transport.TransportException;

/** A lock behind a radio, played command by command, with faults by the number of the write. */
final class ScriptedLock implements Radio {

    /** How a lock that has a command may fail to say so, or a command to arrive. */
    enum Fault {
        REFUSED,
        /** Done, and nothing said. */
        SILENT,
        /** Neither done nor said. */
        LOST,
        AWAY
    }

    static final int NODE = 7;
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    final ManualScheduler time = new ManualScheduler();
    final List<LockEvent> events = new ArrayList<>();
    final List<Command> commands = new ArrayList<>();
    final Map<Integer, Fault> faults = new HashMap<>();
    final LockSite site =
            new LockSite(ZoneId.of("Europe/Berlin"), new LockNotes(new MemoryStore(), "zwave/00000001/lock/7/0"));
    final LockEndpoint lock;
    private final Function<Command, Optional<List<Command>>> questions;
    private final Function<Command, Boolean> writes;
    private final boolean supervised;
    private final Instant zero = time.now();
    private Listener listener = (node, command, alone) -> {};
    private int written;

    /**
     * @param questions the answers to a question; empty for what is no question
     * @param writes does what a command says; false to refuse
     */
    ScriptedLock(
            boolean supervised,
            Function<Command, Optional<List<Command>>> questions,
            Function<Command, Boolean> writes) {
        this.questions = questions;
        this.writes = writes;
        this.supervised = supervised;
        Actor actor = new Actor(time.executor(), time);
        NodeSession session = PlainStack.over(this, actor).node(NODE);
        session.describe(NodeKind.FREQUENTLY_LISTENING, supervised ? Set.of(0) : Set.of());
        time.settle();
        lock = new LockEndpoint(LockId.of("zwave", "7"), session.endpoint(0), actor, this::now, events::add);
    }

    Instant now() {
        return START.plus(Duration.between(zero, time.now()));
    }

    /** Commands since the last call, in words: class and command, as {@code 4E03}. */
    List<String> heard() {
        List<String> heard = commands.stream()
                .map(each -> "%02X%02X"
                        .formatted(each.type().commandClass(), each.type().command()))
                .toList();
        commands.clear();
        return heard;
    }

    <T> T done(CompletableFuture<T> future) {
        time.advanceUntilDone(future, Duration.ofMinutes(10));
        return future.join();
    }

    LockCredentialException failure(CompletableFuture<?> future) {
        try {
            done(future);
        } catch (CompletionException failure) {
            return Failures.translated(failure);
        }
        throw new AssertionError("it did not fail");
    }

    @Override
    public CompletableFuture<Void> send(int nodeId, byte[] bytes) {
        try {
            Command command = Commands.decode(bytes);
            if (command instanceof Supervision.Get get) {
                Command inner = Commands.decode(get.command());
                commands.add(inner);
                return write(inner, Optional.of(get));
            }
            commands.add(command);
            Optional<List<Command>> answers = questions.apply(command);
            if (answers.isEmpty()) {
                return write(command, Optional.empty());
            }
            answers.get().forEach(each -> listener.received(NODE, each.encode(), true));
            return CompletableFuture.completedFuture(null);
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    private CompletableFuture<Void> write(Command command, Optional<Supervision.Get> get) {
        written++;
        Optional<Fault> fault = Optional.ofNullable(faults.get(written));
        if (fault.equals(Optional.of(Fault.AWAY))) {
            return CompletableFuture.failedFuture(
                    new TransportException(TransportException.Kind.UNREACHABLE, "played by the test"));
        }
        boolean effective = fault.isEmpty() || fault.get() == Fault.SILENT;
        boolean success = effective && writes.apply(command);
        boolean says = supervised && (fault.isEmpty() || fault.get() == Fault.REFUSED);
        get.filter(each -> says)
                .ifPresent(each -> listener.received(
                        NODE,
                        new Supervision.Report(
                                        each.sessionId(),
                                        false,
                                        false,
                                        success ? SupervisionStatus.SUCCESS : SupervisionStatus.FAIL,
                                        ActuatorDuration.DONE)
                                .encode(),
                        true));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public int room() {
        return 46;
    }

    @Override
    public void deliverTo(Listener above) {
        listener = above;
    }
}
