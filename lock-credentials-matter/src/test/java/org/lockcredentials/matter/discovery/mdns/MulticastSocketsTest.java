package org.lockcredentials.matter.discovery.mdns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MulticastSocketsTest {

    private final BlockingQueue<ProtocolFamily> opened = new LinkedBlockingQueue<>();

    /** A socket whose next receive fails: what it sent found nobody. */
    private Optional<GroupSocket> failing(ProtocolFamily family, Selector selector) {
        opened.add(family);
        if (family == StandardProtocolFamily.INET6) {
            return Optional.empty();
        }
        try {
            InetAddress loopback = InetAddress.getByName("127.0.0.1");
            DatagramChannel channel = DatagramChannel.open(family);
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(loopback, 0));
            // A number that was had a moment ago, and that nobody listens at now.
            InetSocketAddress nobody;
            try (DatagramChannel gone = DatagramChannel.open(family)) {
                gone.bind(new InetSocketAddress(loopback, 0));
                nobody = (InetSocketAddress) gone.getLocalAddress();
            }
            channel.connect(nobody);
            GroupSocket socket = new GroupSocket(channel, false);
            channel.register(selector, SelectionKey.OP_READ, socket);
            channel.write(ByteBuffer.allocate(1));
            return Optional.of(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatFailsIsOpenedAgainAndAgain() throws InterruptedException {
        try (MulticastSockets sockets = new MulticastSockets(this::failing)) {
            sockets.open((message, link) -> {});
            for (int times = 0; times < 3; times++) {
                assertEquals(StandardProtocolFamily.INET6, opened.poll(10, TimeUnit.SECONDS));
                assertEquals(StandardProtocolFamily.INET, opened.poll(10, TimeUnit.SECONDS));
            }
        }
    }
}
