package org.lockcredentials.zwave.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.decode.Commands;
import org.lockcredentials.zwave.command.supervision.Supervision;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/** A radio with nodes that the test plays: what is sent is kept, and what comes back is said by hand or by a script. */
public final class FakeAir implements Radio {

    /** What was sent, decoded. */
    public record Sent(int nodeId, Command command, CompletableFuture<Void> acknowledgement) {

        public void acknowledge() {
            acknowledgement.complete(null);
        }

        public void fail(TransportException.Kind kind) {
            acknowledgement.completeExceptionally(new TransportException(kind, "played by the test"));
        }

        /** As a stick tells it whose frame the node did not acknowledge, though it may have it. */
        public void lose() {
            acknowledgement.completeExceptionally(new TransportException("played by the test", TransmitStatus.NO_ACK));
        }

        /** What is carried, out of Supervision if it is in that. */
        public Command inner() {
            return command instanceof Supervision.Get get ? decode(get) : command;
        }

        private static Command decode(Supervision.Get get) {
            try {
                return Commands.decode(get.command());
            } catch (DecodeException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static final int ROOM = 46;

    private final List<Sent> sent = new ArrayList<>();
    private Function<Sent, List<Command>> script = any -> List.of();
    private boolean scripted;
    private Listener listener = (nodeId, command, alone) -> {};

    /** From now on every command arrives and is answered by the script. */
    public void play(Function<Sent, List<Command>> answers) {
        script = answers;
        scripted = true;
    }

    /** A node says something. */
    public void hear(int nodeId, Command command) {
        listener.received(nodeId, command.encode(), true);
    }

    /** A node says something to several at once. */
    public void hearWithOthers(int nodeId, Command command) {
        listener.received(nodeId, command.encode(), false);
    }

    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    public List<Command> commands() {
        return sent.stream().map(Sent::command).toList();
    }

    public Sent last() {
        return sent.get(sent.size() - 1);
    }

    public void clear() {
        sent.clear();
    }

    @Override
    public CompletableFuture<Void> send(int nodeId, byte[] command) {
        try {
            Sent one = new Sent(nodeId, Commands.decode(command), new CompletableFuture<>());
            sent.add(one);
            if (scripted) {
                one.acknowledge();
                script.apply(one).forEach(answer -> hear(nodeId, answer));
            }
            return one.acknowledgement();
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public int room() {
        return ROOM;
    }

    @Override
    public void deliverTo(Listener above) {
        listener = above;
    }
}
