package org.lockcredentials.zwave.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.lockcredentials.testing.Witness;
import org.lockcredentials.zwave.inclusion.InclusionGuide;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;

/** A user at the wizard: presses the button when told to, and tells what is printed on the lock. */
public final class TestGuide implements InclusionGuide {

    private static final int PATIENCE_SECONDS = 60;

    private final Optional<Dsk> answer;
    private final BlockingQueue<InclusionStep> steps = new LinkedBlockingQueue<>();
    private volatile Runnable button = () -> {};
    private volatile Set<SecurityClass> requested = Set.of();
    private volatile String shown = "";

    private TestGuide(Optional<Dsk> answer) {
        this.answer = answer;
    }

    public static TestGuide telling(Dsk dsk) {
        return new TestGuide(Optional.of(dsk));
    }

    /** Never answers. */
    public static TestGuide silent() {
        return new TestGuide(Optional.empty());
    }

    /** Presses the button as soon as the stick listens. */
    public TestGuide pressing(Runnable lock) {
        button = lock;
        return this;
    }

    public Set<SecurityClass> requested() {
        return requested;
    }

    public String shown() {
        return shown;
    }

    @Override
    public void step(InclusionStep step) {
        Witness.seen(step);
        steps.add(step);
        if (step instanceof InclusionStep.Waiting) {
            button.run();
        }
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> classes) {
        requested = classes;
        return InclusionGuide.super.grant(classes);
    }

    @Override
    public CompletableFuture<Dsk> confirm(String open) {
        shown = open;
        return answer.map(CompletableFuture::completedFuture).orElseGet(CompletableFuture::new);
    }

    /** Waits for a step of that kind; those before it are dropped. */
    public <S extends InclusionStep> S until(Class<S> kind) {
        try {
            for (InclusionStep step = next(); step != null; step = next()) {
                if (kind.isInstance(step)) {
                    return kind.cast(step);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }

    private InclusionStep next() throws InterruptedException {
        return steps.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** The steps were of these kinds in this order; any number of one kind in a row counts once. */
    @SafeVarargs
    public final void expect(Class<? extends InclusionStep>... kinds) {
        List<Class<?>> heard = new ArrayList<>();
        for (InclusionStep step : steps) {
            if (heard.isEmpty() || heard.get(heard.size() - 1) != step.getClass()) {
                heard.add(step.getClass());
            }
        }
        assertEquals(List.of(kinds), heard);
    }
}
