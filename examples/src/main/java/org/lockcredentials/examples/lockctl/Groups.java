package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lockcredentials.Lock;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.LockId;
import org.lockcredentials.Reason;
import org.lockcredentials.Result;
import org.lockcredentials.Target;

/** Does the same on all locks of a target, and says so of those that were named and do not exist. */
final class Groups {

    private Groups() {}

    static <T> int each(
            Session session,
            Target target,
            Function<Lock, CompletableFuture<T>> operation,
            Function<T, JsonNode> json) {
        return answer(
                session, target, Session.await(session.manager().group(target).each(operation)), json);
    }

    static <T> int answer(Session session, Target target, Map<LockId, Result<T>> found, Function<T, JsonNode> json) {
        Map<LockId, Result<JsonNode>> results = new HashMap<>();
        TargetText.named(target).forEach(id -> results.put(id, new Result.Failed<>(unknown(id))));
        results.putAll(found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue(), json))));
        if (results.isEmpty()) {
            throw new LockCredentialException(Reason.NOT_FOUND, "no lock is meant by that target");
        }
        return session.out().results(results);
    }

    private static <T> Result<JsonNode> map(Result<T> result, Function<T, JsonNode> json) {
        return result.failure()
                .<Result<JsonNode>>map(Result.Failed::new)
                .orElseGet(() -> new Result.Done<>(json.apply(result.done().orElseThrow())));
    }

    private static LockCredentialException unknown(LockId id) {
        return new LockCredentialException(Reason.NOT_FOUND, "there is no lock " + id).at(id);
    }
}
