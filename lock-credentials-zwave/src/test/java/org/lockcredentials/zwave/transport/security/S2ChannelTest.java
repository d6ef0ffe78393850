package org.lockcredentials.zwave.transport.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.Wire;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;
import org.lockcredentials.zwave.security.Link;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.lockcredentials.zwave.security.s2.Outgoing;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.security.s2.S2Session;
import org.lockcredentials.zwave.transport.Delivery;

/** What a channel does before it has a key. */
final class S2ChannelTest implements Carrier {

    private static final S2Key KEY =
            S2Key.of(SecurityClass.S2_ACCESS_CONTROL, Wire.secret("404142434445464748494a4b4c4d4e4f"));

    private final ManualScheduler time = new ManualScheduler();
    private final S2Session peer = new S2Session(new Link(1, 7, 1), List.of(KEY), new ScriptedRandom(1), () -> 0);
    private final S2Channel channel = new S2Channel(
            new S2Session(new Link(1, 1, 7), List.of(), new ScriptedRandom(2), () -> 0),
            new Actor(time.executor(), time),
            this);
    private final List<Secret> opened = new ArrayList<>();

    @Test
    void whatCameBeforeTheKeyIsReadWithItThoughOnlyTheFirstBeganTheSpan() {
        channel.received(assertInstanceOf(Outgoing.NonceNeeded.class, peer.encapsulate(KEY, command(0)))
                .request());
        for (int i = 1; i <= 4; i++) {
            channel.received(message(i));
        }
        channel.use(List.of(KEY));
        assertEquals(List.of(command(1), command(4)), opened, "the one that begins and the last repetition");
    }

    private S2Message message(int content) {
        return assertInstanceOf(Outgoing.Encapsulated.class, peer.encapsulate(KEY, command(content)))
                .message();
    }

    private static Secret command(int content) {
        return Secret.of(new byte[] {0x20, 0x01, (byte) content});
    }

    @Override
    public CompletableFuture<Delivery> send(Command command) {
        peer.onNonceReport((S2Nonce.Report) command);
        return CompletableFuture.completedFuture(Delivery.RECEIVED);
    }

    @Override
    public int room() {
        return 46;
    }

    @Override
    public void opened(Secret command, Protection protection) {
        opened.add(command.copy());
    }

    @Override
    public void unreadable(boolean begun) {
        throw new AssertionError("all of it can be read");
    }
}
