package org.lockcredentials;

import java.util.Objects;

/**
 * One thing found wrong with a request before anything was sent. All findings of a request come together.
 *
 * @param field what it is about: {@code name}, {@code pin}, {@code slot}, …
 * @param reason {@link Reason#INVALID}, {@link Reason#UNSUPPORTED} or {@link Reason#NOT_FOUND}
 * @param message what is wrong and what would be right, in words for a person, without any code
 */
public record Finding(String field, Reason reason, String message) {

    public Finding {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
    }

    public static Finding invalid(String field, String message) {
        return new Finding(field, Reason.INVALID, message);
    }

    public static Finding unsupported(String field, String message) {
        return new Finding(field, Reason.UNSUPPORTED, message);
    }
}
