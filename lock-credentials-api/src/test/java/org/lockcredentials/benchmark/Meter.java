package org.lockcredentials.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Measures this process from its start, so that loading the virtual machine and the classes is part of the first figure. Linux only.
 *
 * <p>The start is told by whoever starts it, see {@link OwnJvm}: what the platform says of it counts from a boot time in whole seconds.
 */
public final class Meter {

    private static final String PEAK = "VmHWM:";

    private long began;
    private Duration cpu = Duration.ZERO;

    public Meter() {
        long sinceStart = System.currentTimeMillis() - Long.getLong(OwnJvm.STARTED);
        began = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(sinceStart);
    }

    /** What was spent since {@link #begin()}, or since the process started. */
    public Spent spent() {
        return new Spent(
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                cpu().minus(cpu).toMillis(),
                peakRssMb());
    }

    /** Starts the next measurement. */
    public void begin() {
        began = System.nanoTime();
        cpu = cpu();
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static long peakRssMb() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
