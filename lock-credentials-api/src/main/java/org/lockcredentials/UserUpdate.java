package org.lockcredentials;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to make of a user: fields left out stay as they are on an existing user and take the default on a new one.
 *
 * @param index the user, from 1; absent makes a new one at the lowest free index
 * @param name name; the length a lock takes is in its capabilities
 * @param type default {@link UserType#GENERAL}
 * @param rule default {@link CredentialRule#SINGLE}
 * @param enabled default true
 * @param expiry for {@link UserType#EXPIRING}: how long after the first use, in whole minutes, 1 to 65,535
 */
public record UserUpdate(
        OptionalInt index,
        Optional<String> name,
        Optional<UserType> type,
        Optional<CredentialRule> rule,
        Optional<Boolean> enabled,
        Optional<Duration> expiry) {

    public static Builder builder() {
        return new Builder();
    }

    /** The user that comes of this update applied to {@code before}. */
    public User applyTo(User before) {
        return new User(
                before.index(),
                name.or(before::name),
                enabled.orElse(before.enabled()),
                type.orElse(before.type()),
                rule.orElse(before.rule()),
                before.credentials(),
                before.schedules(),
                before.creator(),
                before.modifier());
    }

    /** Collects the fields of a {@link UserUpdate}; not safe for use by several threads. */
    public static final class Builder {
        private OptionalInt index = OptionalInt.empty();
        private Optional<String> name = Optional.empty();
        private Optional<UserType> type = Optional.empty();
        private Optional<CredentialRule> rule = Optional.empty();
        private Optional<Boolean> enabled = Optional.empty();
        private Optional<Duration> expiry = Optional.empty();

        private Builder() {}

        public Builder index(int value) {
            index = OptionalInt.of(value);
            return this;
        }

        public Builder name(String value) {
            name = Optional.of(value);
            return this;
        }

        public Builder type(UserType value) {
            type = Optional.of(value);
            return this;
        }

        public Builder rule(CredentialRule value) {
            rule = Optional.of(value);
            return this;
        }

        public Builder enabled(boolean value) {
            enabled = Optional.of(value);
            return this;
        }

        public Builder expiry(Duration value) {
            expiry = Optional.of(value);
            return this;
        }

        public UserUpdate build() {
            return new UserUpdate(index, name, type, rule, enabled, expiry);
        }
    }
}
