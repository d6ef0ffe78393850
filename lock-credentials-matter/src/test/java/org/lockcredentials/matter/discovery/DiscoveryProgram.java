package org.lockcredentials.matter.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.spi.Scheduler;

/**
 * Discovery on real sockets, run inside a network namespace of a test's own. Reads {@code long N}, {@code short N} or
 * {@code node FABRIC NODE} from its standard input and answers each with one line.
 */
final class DiscoveryProgram {

    private static final Duration WITHIN = Duration.ofSeconds(10);

    private DiscoveryProgram() {}

    public static void main(String[] arguments) throws IOException {
        ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        try (Discovery discovery = new MdnsDiscovery(thread, new RealTime(thread));
                BufferedReader commands =
                        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("ready");
            for (String line = commands.readLine(); line != null; line = commands.readLine()) {
                long start = System.nanoTime();
                System.out.println(answer(discovery, List.of(line.split(" "))));
                System.err.println(line + ": " + (System.nanoTime() - start) / 1_000_000 + " ms");
            }
        } finally {
            thread.shutdownNow();
        }
    }

    private static Object answer(Discovery discovery, List<String> words) {
        return switch (words.get(0)) {
            case "long" ->
                discovery
                        .commissionable(Discriminator.ofLong(Integer.parseInt(words.get(1))), WITHIN)
                        .join();
            case "short" ->
                discovery
                        .commissionable(Discriminator.ofShort(Integer.parseInt(words.get(1))), WITHIN)
                        .join();
            case "node" ->
                discovery
                        .operational(
                                new OperationalInstance(
                                        Long.parseUnsignedLong(words.get(1), 16),
                                        Long.parseUnsignedLong(words.get(2), 16)),
                                WITHIN)
                        .join();
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    private record RealTime(ScheduledExecutorService thread) implements Scheduler {

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public Cancellable schedule(Duration delay, Runnable task) {
            Future<?> scheduled = thread.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> scheduled.cancel(false);
        }
    }
}
