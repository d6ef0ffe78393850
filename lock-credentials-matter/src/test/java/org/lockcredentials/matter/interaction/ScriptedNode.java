package org.lockcredentials.matter.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.exchange.Received;
import org.lockcredentials.matter.message.ProtocolId;

/** A node that answers each message with the next line of its script, and remembers what it was told. */
final class ScriptedNode {

    final List<InteractionMessage> told = new ArrayList<>();
    private final Queue<CompletableFuture<Received>> script = new ArrayDeque<>();
    private final Queue<Duration> waits = new ArrayDeque<>();
    private Duration delivery = Duration.ZERO;
    private long now;
    private int open;

    ScriptedNode answers(InteractionMessage... messages) {
        for (InteractionMessage message : messages) {
            script.add(CompletableFuture.completedFuture(received(message)));
        }
        return this;
    }

    ScriptedNode isSilent() {
        script.add(CompletableFuture.failedFuture(new ChannelException(ChannelException.Kind.TIMEOUT, "no answer")));
        return this;
    }

    ScriptedNode answers(int opcode, byte[] payload) {
        script.add(CompletableFuture.completedFuture(new Received(ProtocolId.INTERACTION_MODEL, opcode, payload)));
        return this;
    }

    /** A message may take so long until it is there. */
    ScriptedNode isFar(Duration longest) {
        delivery = longest;
        return this;
    }

    /** The answers from now on come after so long, one after the other. */
    ScriptedNode after(Duration... times) {
        waits.addAll(List.of(times));
        return this;
    }

    InteractionClient client() {
        return new InteractionClient(this::dialogue, () -> now, delivery);
    }

    Dialogue dialogue() {
        open++;
        return new Line();
    }

    /** Nothing is left of the script, and no conversation goes on. */
    void isDone() {
        assertEquals(0, script.size(), "answers nobody asked for");
        assertEquals(0, open, "conversations that go on");
    }

    static Received received(InteractionMessage message) {
        return new Received(ProtocolId.INTERACTION_MODEL, message.opcode(), message.encode());
    }

    private final class Line implements Dialogue {

        private boolean closed;

        @Override
        public CompletableFuture<Received> request(InteractionMessage message, Duration processing) {
            assertFalse(closed, "said something after the end");
            told.add(message);
            now += waits.isEmpty() ? 0 : waits.remove().toNanos();
            return script.remove();
        }

        @Override
        public void conclude(InteractionMessage message) {
            assertFalse(closed, "said something after the end");
            told.add(message);
            close();
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                open--;
            }
        }
    }
}
