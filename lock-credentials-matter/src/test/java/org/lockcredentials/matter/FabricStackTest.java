package org.lockcredentials.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.LockId;
import org.lockcredentials.event.LockEvent;
import org.lockcredentials.matter.node.NodeRecord;
import org.lockcredentials.matter.session.PeerNode;
import org.lockcredentials.matter.udp.UdpPort;
import org.lockcredentials.spi.BackendContext;
import org.lockcredentials.spi.BackendListener;
import org.lockcredentials.spi.LockDriver;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FabricStackTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final ManualScheduler time = new ManualScheduler();
    private final MemoryStore store = new MemoryStore();
    private final CountDownLatch disk = new CountDownLatch(1);
    private final CountDownLatch writing = new CountDownLatch(1);
    private int port;
    private FabricStack stack;
    private PeerNode lock;

    @BeforeEach
    void open() throws IOException {
        try (DatagramSocket free = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            port = free.getLocalPort();
        }
        MatterConfig config = MatterConfig.builder()
                .address(InetAddress.getLoopbackAddress())
                .port(port)
                .discovery(false)
                .testAttestation(true)
                .build();
        stack = FabricStack.open(
                config,
                new BackendContext(executor, time, store, new Deaf()),
                new UdpPort(config.local()),
                new SecureRandom());
        lock = new PeerNode(stack.compressedFabricId(), 0x12);
    }

    @AfterEach
    void releaseAll() {
        disk.countDown();
        executor.shutdownNow();
    }

    /** The disk is slow from now on, and busy with what is kept of the lock. */
    private void writeSlowly() throws InterruptedException {
        store.beforeWrite(() -> {
            writing.countDown();
            await(disk);
        });
        stack.site().records().write(lock, NodeRecord.NONE);
        writing.await();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Binds it as soon as it is free. */
    private void portIsFree() {
        while (true) {
            try (DatagramSocket taken =
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                assertTrue(taken.isBound());
                return;
            } catch (SocketException notYet) {
                Thread.onSpinWait();
            }
        }
    }

    private boolean isKept() {
        return store.read("matter/node/" + lock).isPresent();
    }

    @Test
    void whatIsToBeWrittenIsOnTheDiskWhenAllIsClosed() throws Exception {
        writeSlowly();
        CompletableFuture<Void> closed = stack.close();
        portIsFree();
        assertFalse(closed.isDone());
        disk.countDown();
        closed.get();
        assertTrue(isKept());
    }

    @Test
    void aDiskThatHangsIsNotWaitedForLongerThanTwoSeconds() throws Exception {
        writeSlowly();
        CompletableFuture<Void> closed = stack.close();
        while (!closed.isDone()) {
            time.advance(Duration.ofSeconds(2));
        }
        portIsFree();
        assertEquals(1, disk.getCount(), "the disk hangs still");
    }

    @Test
    void anExecutorThatTakesNoMoreWorkLeavesNeitherThePortNorTheKeysBehind() throws Exception {
        executor.shutdownNow();
        stack.close().get();
        portIsFree();
        assertThrows(
                IllegalStateException.class,
                () -> stack.commissioning().fabric().sign(new byte[1]));
    }

    private static final class Deaf implements BackendListener {

        @Override
        public void lockFound(LockDriver driver) {
            // No lock is looked for.
        }

        @Override
        public void lockGone(LockId lock) {
            // No lock was there.
        }

        @Override
        public void event(LockEvent event) {
            // Nothing happens.
        }
    }
}
