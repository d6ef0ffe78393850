package org.lockcredentials.internal.host;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockGroup;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Result;
import org.lockcredentials.Target;
import org.lockcredentials.internal.session.LockSession;

/** Asks every lock that a target means, all at once, and gathers one result of each. */
public final class FanOut implements LockGroup {

    private final Target target;
    private final LockRegistry registry;
    private final Lifetime lifetime;

    public FanOut(Target target, LockRegistry registry, Lifetime lifetime) {
        this.target = target;
        this.registry = registry;
        this.lifetime = lifetime;
    }

    /** Calls {@code operation} on the caller's thread, because the caller may wipe its secrets when this returns. */
    @Override
    public <T> CompletableFuture<Map<LockId, Result<T>>> each(Function<Lock, CompletableFuture<T>> operation) {
        return lifetime.during(() -> {
            Map<LockId, CompletableFuture<Result<T>>> asked = new LinkedHashMap<>();
            for (LockSession member : members()) {
                asked.put(member.id(), ask(operation, member));
            }
            named(target)
                    .filter(lock -> !asked.containsKey(lock))
                    .sorted()
                    .toList()
                    .forEach(lock -> asked.put(lock, CompletableFuture.completedFuture(failed(unknown(lock), lock))));
            return CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
                    .thenApply(all -> gathered(asked));
        });
    }

    private List<LockSession> members() {
        return registry.known().stream()
                .filter(session -> target.includes(session.snapshot()))
                .toList();
    }

    private static <T> CompletableFuture<Result<T>> ask(
            Function<Lock, CompletableFuture<T>> operation, LockSession member) {
        CompletableFuture<T> answer;
        try {
            answer = operation.apply(member);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failed(e, member.id()));
        }
        return answer == null
                ? CompletableFuture.completedFuture(failed(nothing(), member.id()))
                : answer.handle(
                        (value, failure) -> failure == null ? new Result.Done<>(value) : failed(failure, member.id()));
    }

    /** The locks that a target names one by one, known or not. */
    private static Stream<LockId> named(Target target) {
        if (target instanceof Target.One one) {
            return Stream.of(one.id());
        }
        return target instanceof Target.AnyOf any
                ? any.targets().stream().flatMap(FanOut::named).distinct()
                : Stream.empty();
    }

    private static LockCredentialException unknown(LockId lock) {
        return new LockCredentialException(Reason.NOT_FOUND, "there is no lock " + lock);
    }

    private static LockCredentialException nothing() {
        return new LockCredentialException(Reason.INVALID, "the operation returned no future");
    }

    private static <T> Result<T> failed(Throwable failure, LockId lock) {
        return new Result.Failed<>(ForeignFailures.of(failure).at(lock));
    }

    private static <T> Map<LockId, Result<T>> gathered(Map<LockId, CompletableFuture<Result<T>>> asked) {
        Map<LockId, Result<T>> results = new LinkedHashMap<>();
        asked.forEach((lock, result) -> results.put(lock, result.join()));
        return Collections.unmodifiableMap(results);
    }
}
