package org.lockcredentials.matter.udp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UdpPortTest {

    private record Arrival(byte[] datagram, InetSocketAddress from) {}

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    private final DatagramPort.Listener listener = new DatagramPort.Listener() {

        @Override
        public void received(byte[] datagram, InetSocketAddress from) {
            arrivals.add(new Arrival(datagram, from));
        }

        @Override
        public void failed(IOException reason) {
            arrivals.add(new Arrival(new byte[0], new InetSocketAddress(0)));
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"::1", "127.0.0.1"})
    void onePortSpeaksBothFamilies(String host) throws Exception {
        UdpPort receiver = new UdpPort(new InetSocketAddress(0));
        UdpPort sender = new UdpPort(new InetSocketAddress(0));
        receiver.open(listener);
        sender.open(listener);
        sender.send(new byte[] {1, 2, 3}, new InetSocketAddress(InetAddress.getByName(host), receiver.localPort()));
        Arrival arrival = arrivals.poll(5, TimeUnit.SECONDS);
        assertArrayEquals(new byte[] {1, 2, 3}, arrival.datagram);
        assertEquals(new InetSocketAddress(InetAddress.getByName(host), sender.localPort()), arrival.from);
        sender.close().get(1, TimeUnit.SECONDS);
        receiver.close().get(1, TimeUnit.SECONDS);
    }

    @Test
    void closingTwiceIsNoFailureAndSendingAfterwardsIsNone() throws Exception {
        UdpPort port = new UdpPort(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port.open(listener);
        port.close().get(1, TimeUnit.SECONDS);
        port.close().get(1, TimeUnit.SECONDS);
        assertDoesNotThrow(() -> port.send(new byte[1], new InetSocketAddress(InetAddress.getLoopbackAddress(), 9)));
        assertNull(arrivals.poll(), "closing is no failure");
    }

    @Test
    void whatCannotBeSentIsDropped() throws Exception {
        UdpPort port = new UdpPort(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        port.open(listener);
        assertDoesNotThrow(() -> port.send(new byte[70_000], new InetSocketAddress("127.0.0.1", 9)), "too large");
        assertDoesNotThrow(
                () -> port.send(new byte[1], InetSocketAddress.createUnresolved("nowhere", 9)), "no address");
        assertDoesNotThrow(() -> port.send(new byte[1], new InetSocketAddress("2001:db8::1", 9)), "no route");
        port.close().get(1, TimeUnit.SECONDS);
    }

    @Test
    void aPortThatIsTakenIsAnIOException() throws Exception {
        UdpPort first = new UdpPort(new InetSocketAddress(0));
        first.open(listener);
        UdpPort second = new UdpPort(new InetSocketAddress(first.localPort()));
        assertThrows(IOException.class, () -> second.open(listener));
        first.close().get(1, TimeUnit.SECONDS);
        second.close().get(1, TimeUnit.SECONDS);
    }

    @Test
    void aPortThatTheSystemTookAwayFailsAndIsOpenedAgainAtItsNumber() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        BlockingQueue<DatagramChannel> channels = new LinkedBlockingQueue<>();
        UdpPort port = new UdpPort(new InetSocketAddress(loopback, 0), () -> {
            DatagramChannel channel = DatagramChannel.open();
            channels.add(channel);
            return channel;
        });
        port.open(listener);
        int number = port.localPort();
        UdpPort sender = new UdpPort(new InetSocketAddress(loopback, 0));
        sender.open(listener);
        awaitReader("matter-udp-" + number);
        channels.take().close();
        // What arrives has the reader look at its channel.
        sender.send(new byte[] {1}, new InetSocketAddress(loopback, number));
        Arrival failure = arrivals.poll(5, TimeUnit.SECONDS);
        assertEquals(0, failure.datagram.length);
        port.open(listener);
        assertEquals(number, port.localPort());
        sender.send(new byte[] {2}, new InetSocketAddress(loopback, number));
        assertArrayEquals(new byte[] {2}, arrivals.poll(5, TimeUnit.SECONDS).datagram);
        sender.close().get(1, TimeUnit.SECONDS);
        port.close().get(1, TimeUnit.SECONDS);
        assertThrows(IllegalStateException.class, () -> port.open(listener), "closed for good");
    }

    /** The thread waits for datagrams: a channel that is closed before would be gone without waking it. */
    private static void awaitReader(String name) {
        while (Thread.getAllStackTraces().entrySet().stream()
                .noneMatch(thread -> thread.getKey().getName().equals(name) && waits(thread.getValue()))) {
            Thread.onSpinWait();
        }
    }

    private static boolean waits(StackTraceElement[] stack) {
        return stack.length > 0
                && stack[0].isNativeMethod()
                && Arrays.stream(stack).anyMatch(each -> each.getMethodName().equals("doSelect"));
    }

    @Test
    void aDatagramThatIsTooLongIsCutOffWhereThatIsSure() throws Exception {
        InetAddress loopback = InetAddress.getByName("::1");
        UdpPort receiver = new UdpPort(new InetSocketAddress(loopback, 0));
        UdpPort sender = new UdpPort(new InetSocketAddress(loopback, 0));
        receiver.open(listener);
        sender.open(listener);
        InetSocketAddress to = new InetSocketAddress(loopback, receiver.localPort());
        sender.send(new byte[40_000], to);
        sender.send(new byte[DatagramPort.LARGEST], to);
        assertEquals(DatagramPort.LARGEST + 1, arrivals.poll(5, TimeUnit.SECONDS).datagram.length);
        assertEquals(DatagramPort.LARGEST, arrivals.poll(5, TimeUnit.SECONDS).datagram.length);
        sender.close().get(1, TimeUnit.SECONDS);
        receiver.close().get(1, TimeUnit.SECONDS);
    }
}
