package org.lockcredentials.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.slf4j.LoggerFactory;

/** A test process of its own, to see what becomes of one that lets codes out or leaves threads behind. */
final class OwnProcess {

    private OwnProcess() {}

    /** Starts it for one test class, with its files below {@code directory}. */
    static Process start(Class<?> test, Path directory) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dbasedir=" + directory,
                        "-cp",
                        System.getProperty("java.class.path"),
                        OwnProcess.class.getName(),
                        test.getName())
                .redirectErrorStream(true)
                .start();
    }

    /** @param args the test class to run */
    public static void main(String[] args) throws ClassNotFoundException {
        Class<?> test = Class.forName(args[0]);
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(test))
                                    .build(),
                            summary);
        }
        summary.getSummary().getFailures().forEach(failure -> System.out.println(failure.getException()));
    }

    static final class Logs {
        @Test
        void aCode() {
            LoggerFactory.getLogger(Logs.class).trace("sends {}", Pins.next());
        }
    }

    static final class Throws {
        @Test
        void aCode() {
            throw new IllegalStateException("refused " + Pins.next());
        }
    }

    static final class Answers {
        @Test
        void aCode() throws Exception {
            Vault vault =
                    () -> CompletableFuture.failedFuture(new IllegalArgumentException("no such code: " + Pins.next()));
            Witness.over(Vault.class, vault)
                    .open()
                    .handle((value, failure) -> failure)
                    .get();
        }
    }

    static final class LeavesAThread {
        @Test
        void behind() {
            Thread thread = new Thread(OwnProcess::waitForEver, "stays-behind");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static final class KeepsThemIn {
        @Test
        void aCode() {
            LoggerFactory.getLogger(Logs.class).trace("sends {}", Pins.secret());
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    interface Vault {
        CompletableFuture<String> open();
    }
}
