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
 * @param credentials one or more to add; none to leave them as they are when it changes what is there
 * @param schedules when it is added, none means always; when it changes what is there, none leaves them as they are
 */
public record AccessRequest(AccessKey key, UserUpdate user, List<NewCredential> credentials, List<Schedule> schedules) {

    public AccessRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(user, "user");
        credentials = List.copyOf(credentials);
        schedules = List.copyOf(schedules);
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

        /**
         * The request; without a user that was told, it is for a general one named by the key's label, also when it changes
         * what is there. Whether it has what {@link Access#add} needs is told by that.
         */
        public AccessRequest build() {
            UserUpdate who =
                    user.orElseGet(() -> UserUpdate.builder().name(key.label()).build());
            return new AccessRequest(key, who, credentials, schedules);
        }
    }
}
