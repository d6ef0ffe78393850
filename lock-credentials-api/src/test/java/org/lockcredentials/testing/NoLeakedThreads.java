package org.lockcredentials.testing;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** Fails a test class that leaves a thread behind which was not there before; registered for every test class by itself. */
public final class NoLeakedThreads implements BeforeAllCallback, AfterAllCallback {

    /** Threads that the JVM starts when it likes and keeps. */
    private static final Pattern THE_JVMS_OWN = Pattern.compile(
            "process reaper.*|Attach Listener|Common-Cleaner|Cleaner-\\d+|ForkJoinPool\\.commonPool-.*|CompletableFutureDelayScheduler"
                    + "|junit-.*|surefire-.*|Keep-Alive-.*|logback-.*|JNA Cleaner|process-stdin.*");

    private static final Duration GRACE = Duration.ofSeconds(5);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(Namespace.create(getClass(), context.getUniqueId())).put("before", live());
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        Set<?> before = context.getStore(Namespace.create(getClass(), context.getUniqueId()))
                .get("before", Set.class);
        check(before, GRACE);
    }

    /** @throws AssertionError if a thread that is not among {@code before} goes on living for longer than {@code grace} */
    static void check(Set<?> before, Duration grace) throws InterruptedException {
        long deadline = System.nanoTime() + grace.toNanos();
        for (Thread thread : live()) {
            long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            if (!before.contains(thread) && !isTheJvms(thread)) {
                thread.join(left);
            }
        }
        List<String> leaked = live().stream()
                .filter(thread -> !before.contains(thread) && !isTheJvms(thread))
                .map(thread -> thread.getName() + " at " + List.of(thread.getStackTrace()))
                .toList();
        if (!leaked.isEmpty()) {
            throw new AssertionError("threads were left behind: " + String.join("; ", leaked));
        }
    }

    static Set<Thread> live() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isTheJvms(Thread thread) {
        return thread == Thread.currentThread()
                || THE_JVMS_OWN.matcher(thread.getName()).matches();
    }
}
