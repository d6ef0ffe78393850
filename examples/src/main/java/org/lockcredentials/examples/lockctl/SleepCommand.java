package org.lockcredentials.examples.lockctl;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lets a script wait. */
@Command(name = "sleep", description = "Waits.")
final class SleepCommand implements Callable<Integer> {

    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private final Session session;

    @Parameters(paramLabel = "SECONDS")
    private String seconds = "";

    SleepCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Duration time = seconds(seconds);
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
        return session.out().answer(Json.object().put("slept", time.toMillis() / 1000.0));
    }

    /** @throws IllegalArgumentException if it is no number from 0 to a day's seconds */
    static Duration seconds(String text) {
        BigDecimal number =
                text.matches("[0-9]{1,6}(\\.[0-9]{1,3})?") ? new BigDecimal(text) : LONGEST.add(BigDecimal.ONE);
        if (number.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("seconds are a number from 0 to " + LONGEST);
        }
        return Duration.ofMillis(number.movePointRight(3).longValueExact());
    }
}
