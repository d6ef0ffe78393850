package org.lockcredentials;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.lockcredentials.schedule.Schedule;

/**
 * A user with credentials and schedules, wanted as one thing.
 *
 * @param key the host's name for it
 * @param user what the user is to be; its index is chosen by the SDK when absent
 * @param credentials one or more
 * @param schedules none means always
 */
public record AccessRequest(AccessKey key, UserUpdate user, List<NewCredential> credentials, List<Schedule> schedules) {

    /** @throws IllegalArgumentException without a credential */
    public AccessRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(user, "user");
        credentials = List.copyOf(credentials);
        schedules = List.copyOf(schedules);
        if (credentials.isEmpty()) {
            throw new IllegalArgumentException("access needs at least one credential");
        }
    }

    public static Builder builder(AccessKey key) {
        return new Builder(key);
    }

    /** Collects the parts of an {@link AccessRequest}; not safe for use by several threads. */
    public static final class Builder {
        private final AccessKey key;
        private Optional<UserUpdate> user = Optional.empty();
        private final List<NewCredential> credentials = new ArrayList<>();
        private final List<Schedule> schedules = new ArrayList<>();

        private Builder(AccessKey key) {
            this.key = Objects.requireNonNull(key, "key");
        }

        /** A general user of that name. */
        public Builder name(String name) {
            return user(UserUpdate.builder().name(name).build());
        }

        public Builder user(UserUpdate value) {
            user = Optional.of(value);
            return this;
        }

        public Builder pin(Secret pin) {
            return credential(NewCredential.pin(pin));
        }

        public Builder credential(NewCredential credential) {
            credentials.add(credential);
            return this;
        }

        public Builder schedule(Schedule schedule) {
            schedules.add(schedule);
            return this;
        }

        /** @throws IllegalArgumentException without a credential */
        public AccessRequest build() {
            UserUpdate who =
                    user.orElseGet(() -> UserUpdate.builder().name(key.label()).build());
            return new AccessRequest(key, who, credentials, schedules);
        }
    }
}
