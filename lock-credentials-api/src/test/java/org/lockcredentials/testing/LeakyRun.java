package org.lockcredentials.testing;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.LoggerFactory;

/** A test process of its own, to see what becomes of one whose codes get out. */
final class LeakyRun {

    private LeakyRun() {}

    /** @param args the test class to run */
    public static void main(String[] args) throws ClassNotFoundException {
        Class<?> test = Class.forName(args[0]);
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(test))
                            .build());
        }
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

    static final class KeepsThemIn {
        @Test
        void aCode() {
            LoggerFactory.getLogger(Logs.class).trace("sends {}", Pins.secret());
        }
    }

    interface Vault {
        CompletableFuture<String> open();
    }
}
