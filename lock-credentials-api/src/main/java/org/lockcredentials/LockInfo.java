package org.lockcredentials;

import java.util.Objects;
import java.util.Optional;

/**
 * Which lock this is.
 *
 * @param id its identity
 * @param name the host's name for it, else what the device calls itself
 * @param manufacturer maker as far as known
 * @param model product as far as known
 * @param reachable whether the lock, when last spoken to, answered
 * @param tags what the host says of it
 */
public record LockInfo(
        LockId id,
        String name,
        Optional<String> manufacturer,
        Optional<String> model,
        boolean reachable,
        LockTags tags) {

    public LockInfo {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }

    /** The device that carries this lock. */
    public String device() {
        return id.device();
    }

    /** The same lock with the host's words for it. */
    public LockInfo withTags(LockTags words) {
        return new LockInfo(id, words.name().orElse(name), manufacturer, model, reachable, words);
    }
}
