package org.lockcredentials.matter.discovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.discovery.dns.DnsData;
import org.lockcredentials.matter.discovery.dns.DnsMessage;
import org.lockcredentials.matter.discovery.dns.DnsName;
import org.lockcredentials.matter.discovery.dns.DnsQuestion;
import org.lockcredentials.matter.discovery.dns.DnsType;
import org.lockcredentials.matter.discovery.mdns.MulticastSockets;
import org.lockcredentials.matter.setup.Discriminator;
import org.lockcredentials.spi.Scheduler;

/**
 * Discovery on real sockets, run inside a network namespace of a test's own. Reads {@code long N}, {@code short N},
 * {@code names} or {@code node NAME} from its standard input and answers each with one line.
 */
final class DiscoveryProgram {

    private static final Duration WITHIN = Duration.ofSeconds(6);

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
                                        Long.parseUnsignedLong(words.get(1).substring(0, 16), 16),
                                        Long.parseUnsignedLong(words.get(1).substring(17), 16)),
                                WITHIN)
                        .join();
            case "names" -> names();
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    /** The first instance of the operational service that anybody names. */
    private static String names() {
        CompletableFuture<String> name = new CompletableFuture<>();
        DnsQuestion question = new DnsQuestion(DnsName.of("_matter._tcp.local"), DnsType.PTR, false);
        try (MulticastSockets sockets = new MulticastSockets()) {
            sockets.open((message, link) -> firstInstance(message, question).ifPresent(name::complete));
            sockets.send(DnsMessage.query(List.of(question), List.of()).encode());
            return name.orTimeout(WITHIN.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    private static Optional<String> firstInstance(byte[] message, DnsQuestion question) {
        try {
            return DnsMessage.decode(message).answers().stream()
                    .filter(record -> record.name().equals(question.name()))
                    .map(record ->
                            ((DnsData.Pointer) record.data()).target().labels().get(0))
                    .findFirst();
        } catch (DecodeException malformed) {
            return Optional.empty();
        }
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
