package org.lockcredentials.zwave.serialapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lockcredentials.testing.WallClock;
import org.lockcredentials.zwave.frame.LinkException;
import org.lockcredentials.zwave.port.ZWavePort;
import org.lockcredentials.zwave.serialapi.function.ApplicationCommand;
import org.lockcredentials.zwave.serialapi.function.FunctionId;
import org.lockcredentials.zwave.serialapi.function.GetNodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.NodeProtocolInfo;
import org.lockcredentials.zwave.serialapi.function.TransmitOptions;
import org.lockcredentials.zwave.serialapi.function.TransmitReport;
import org.lockcredentials.zwave.serialapi.function.TransmitStatus;

/** A session on a pool of threads, the real clock and a real socket: what virtual time cannot show. */
@Timeout(60)
final class SerialApiThreadsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final ExecutorService pool = Executors.newFixedThreadPool(4);
    private final ExecutorService callers = Executors.newFixedThreadPool(8);
    private final WallClock clock = new WallClock("host-clock");
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final AtomicBoolean inListener = new AtomicBoolean();
    private final AtomicInteger overlaps = new AtomicInteger();
    private final Set<String> listenerThreads = ConcurrentHashMap.newKeySet();
    private SocketStick stick;
    private ZWavePort port;
    private SerialApi api;

    @BeforeEach
    void open() throws Exception {
        stick = new SocketStick(fake -> fake.node(7, command -> List.of(command)));
        port = stick.port();
        api = new SerialApi(port, pool, clock, new Heard());
        assertEquals(List.of(1, 7), get(api.open()).nodes());
    }

    @AfterEach
    void close() throws Exception {
        get(api.close());
        stick.close();
        pool.shutdownNow();
        callers.shutdownNow();
        clock.close();
    }

    @Test
    void manyCallersEachGetTheirOwnAnswer() throws Exception {
        List<Future<NodeProtocolInfo>> questions = new ArrayList<>();
        List<Future<TransmitReport>> commands = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int node = i + 1;
            questions.add(callers.submit(answer(() -> api.call(new GetNodeProtocolInfo(node), LONG))));
            commands.add(callers.submit(answer(() -> send(7, node))));
        }
        for (int i = 0; i < 40; i++) {
            assertEquals(FakeStick.protocolInfo(i + 1), questions.get(i).get(30, TimeUnit.SECONDS));
            assertEquals(
                    TransmitStatus.OK, commands.get(i).get(30, TimeUnit.SECONDS).status());
        }
        for (int i = 0; i < 40; i++) {
            assertEquals("command", heard.poll(10, TimeUnit.SECONDS));
        }
        assertEquals(0, overlaps.get(), "the listener is called by one task at a time");
        assertFalse(
                listenerThreads.stream().anyMatch(name -> name.startsWith("zwave-")), "never by a reader or writer");
    }

    @Test
    void aCutLineFailsWhatWasSentAndServesTheRestWhenItIsBack() throws Exception {
        stick.on(fake -> fake.withoutCallback(FunctionId.SEND_DATA_BRIDGE));
        CompletableFuture<TransmitReport> sent = send(7, 1);
        CompletableFuture<TransmitReport> waiting = send(7, 2);
        // What was written first is received first: the stick has the command when it has answered.
        while (!received()) {
            Thread.onSpinWait();
        }
        stick.cut();
        assertEquals(LinkException.Kind.LOST, failure(sent));
        assertEquals("lost", nextNews());
        stick.on(fake -> fake.restart());
        assertEquals(TransmitStatus.OK, get(waiting).status());
        assertEquals("restored", nextNews());
    }

    @Test
    void closingUnderLoadEndsEverythingAndLeavesNothing() throws Exception {
        List<CompletableFuture<TransmitReport>> commands = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            commands.add(send(7, i));
        }
        get(commands.get(0));
        get(CompletableFuture.allOf(api.close(), api.close()));
        int closed = 0;
        for (CompletableFuture<TransmitReport> command : commands) {
            try {
                assertEquals(TransmitStatus.OK, get(command).status());
            } catch (ExecutionException failure) {
                assertEquals(
                        LinkException.Kind.CLOSED,
                        assertInstanceOf(LinkException.class, failure.getCause())
                                .kind());
                closed++;
            }
        }
        assertTrue(closed > 0, "nothing was under way any more");
        assertEquals(0, clock.pending());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith(port.name())) {
                thread.join(5_000);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }

    @Test
    void aHostThatIsGoneLeavesNoPortOpen() throws Exception {
        get(send(7, 1));
        pool.shutdown();
        assertTrue(pool.awaitTermination(10, TimeUnit.SECONDS));
        get(api.close());
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().endsWith(port.name())) {
                thread.join(5_000);
                assertFalse(thread.isAlive(), thread.getName());
            }
        }
    }

    private boolean received() throws Exception {
        List<byte[]> received = new ArrayList<>();
        stick.on(fake -> received.addAll(fake.received()));
        return !received.isEmpty();
    }

    private String nextNews() throws InterruptedException {
        String next = heard.poll(10, TimeUnit.SECONDS);
        while ("command".equals(next)) {
            next = heard.poll(10, TimeUnit.SECONDS);
        }
        return next;
    }

    private CompletableFuture<TransmitReport> send(int node, int mark) {
        return api.sendData(node, new byte[] {0x63, 0x02, (byte) mark}, TransmitOptions.DEFAULT, LONG);
    }

    private static <T> Callable<T> answer(Callable<CompletableFuture<T>> call) {
        return () -> get(call.call());
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static LinkException.Kind failure(CompletableFuture<?> future) {
        ExecutionException failure = assertThrows(ExecutionException.class, () -> get(future));
        return assertInstanceOf(LinkException.class, failure.getCause()).kind();
    }

    private final class Heard implements SerialApi.Listener {

        @Override
        public void commandReceived(ApplicationCommand command) {
            hear("command");
        }

        @Override
        public void lost(LinkException reason) {
            hear("lost");
        }

        @Override
        public void restored(ControllerIdentity identity) {
            hear("restored");
        }

        private void hear(String what) {
            if (!inListener.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            listenerThreads.add(Thread.currentThread().getName());
            heard.add(what);
            inListener.set(false);
        }
    }
}
