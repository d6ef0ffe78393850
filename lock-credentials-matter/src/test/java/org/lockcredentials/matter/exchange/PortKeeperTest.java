package org.lockcredentials.matter.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.message.DropCount;
import org.lockcredentials.matter.message.Dropped;
import org.lockcredentials.matter.udp.DatagramPort;
import org.lockcredentials.matter.udp.FakeNetwork;
import org.lockcredentials.testing.ManualScheduler;

class PortKeeperTest {

    private static final InetSocketAddress SENDER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 2);

    private final ManualScheduler time = new ManualScheduler();
    private final Actor actor = new Actor(time.executor(), time);
    private final DropCount drops = new DropCount();
    private final List<byte[]> arrived = new ArrayList<>();
    private final PortKeeper keeper = new PortKeeper(
            actor,
            new FakeNetwork(time, 1).port(1),
            new Delays(actor),
            drops,
            (datagram, from) -> arrived.add(datagram));

    @BeforeEach
    void open() throws Exception {
        keeper.open();
    }

    @Test
    void aFloodFillsNoMoreThanItsRoomAndTheNextOneIsHeard() {
        int flood = 3 * PortKeeper.MOST_WAITING;
        for (int i = 0; i < flood; i++) {
            keeper.received(new byte[20], SENDER);
        }
        time.settle();
        assertEquals(PortKeeper.MOST_WAITING, arrived.size());
        assertEquals(flood - PortKeeper.MOST_WAITING, drops.of(Dropped.NO_ROOM));
        keeper.received(new byte[20], SENDER);
        time.settle();
        assertEquals(PortKeeper.MOST_WAITING + 1, arrived.size());
    }

    @Test
    void whatIsLongerThanAnyMessageIsDropped() {
        keeper.received(new byte[DatagramPort.LARGEST], SENDER);
        keeper.received(new byte[DatagramPort.LARGEST + 1], SENDER);
        time.settle();
        assertEquals(1, arrived.size());
        assertEquals(1, drops.of(Dropped.MALFORMED));
    }
}
