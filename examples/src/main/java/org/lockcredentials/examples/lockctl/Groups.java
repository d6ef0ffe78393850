package org.lockcredentials.examples.lockctl;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Does the same on all locks of a target. */
final class Groups {

    private Groups() {}

    static <T> int each(
            Session session,
            Target target,
            Function<Lock, CompletableFuture<T>> operation,
            Function<T, JsonNode> json) {
        return answer(session, Session.await(session.manager().group(target).each(operation)), json);
    }

    static <T> int answer(Session session, Map<LockId, Result<T>> found, Function<T, JsonNode> json) {
        if (found.isEmpty()) {
            throw new LockCredentialException(Reason.NOT_FOUND, "no lock is meant by that target");
        }
        return session.out()
                .results(found.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> map(entry.getValue(), json))));
    }

    private static <T> Result<JsonNode> map(Result<T> result, Function<T, JsonNode> json) {
        return result.failure()
                .<Result<JsonNode>>map(Result.Failed::new)
                .orElseGet(() -> new Result.Done<>(json.apply(result.done().orElseThrow())));
    }
}
