package org.lockcredentials.zwave.network;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.inclusion.InclusionGuide;
import org.lockcredentials.zwave.inclusion.InclusionOptions;
import org.lockcredentials.zwave.inclusion.InclusionStep;
import org.lockcredentials.zwave.security.Dsk;
import org.lockcredentials.zwave.security.SecurityClass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the host, within what it allowed beforehand. */
final class GuidedAttendant implements Attendant {

    private static final Logger log = LoggerFactory.getLogger(GuidedAttendant.class);

    private final InclusionOptions options;
    private final InclusionGuide guide;
    private final Executor host;

    /** @param host runs what is the host's, one call after the other */
    GuidedAttendant(InclusionOptions options, InclusionGuide guide, Executor host) {
        this.options = options;
        this.guide = guide;
        this.host = host;
    }

    @Override
    public void step(InclusionStep step) {
        host.execute(() -> {
            try {
                guide.step(step);
            } catch (RuntimeException broken) {
                log.warn(
                        "the guide of an inclusion failed at {}",
                        step.getClass().getSimpleName(),
                        broken);
            }
        });
    }

    @Override
    public CompletableFuture<Set<SecurityClass>> grant(Set<SecurityClass> requested) {
        if (requested.equals(Set.of(SecurityClass.S0_LEGACY))) {
            return CompletableFuture.completedFuture(options.allowS0() ? requested : Set.of());
        }
        Set<SecurityClass> offered = requested.stream()
                .filter(each -> each.isS2() || options.allowS0())
                .collect(Collectors.toUnmodifiableSet());
        return ask(() -> guide.grant(offered))
                .thenApply(
                        granted -> granted.stream().filter(offered::contains).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public CompletableFuture<Dsk> confirm(Octets shown) {
        String open = Dsk.Whole.of(shown.toBytes()).open();
        return options.dsk().map(CompletableFuture::completedFuture).orElseGet(() -> ask(() -> guide.confirm(open)));
    }

    @Override
    public boolean allowsInsecure() {
        return options.allowInsecure();
    }

    private <T> CompletableFuture<T> ask(Supplier<CompletableFuture<T>> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        host.execute(() -> {
            try {
                question.get().whenComplete((given, failure) -> {
                    if (failure == null) {
                        answer.complete(given);
                    } else {
                        answer.completeExceptionally(failure);
                    }
                });
            } catch (RuntimeException broken) {
                answer.completeExceptionally(broken);
            }
        });
        return answer;
    }
}
