package org.lockcredentials.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.Credential;
import org.lockcredentials.User;
import org.lockcredentials.schedule.Schedule;

/**
 * A user in the lock's memory.
 *
 * @param user index, name, state, type, rule, schedules, creator and modifier; its credentials are kept beside it
 * @param expiry how long after the first use an expiring user lasts
 * @param firstUse when the user was first let in
 */
record StoredUser(User user, Optional<Duration> expiry, Optional<Instant> firstUse) {

    StoredUser {
        user = user.withCredentials(List.of());
    }

    int index() {
        return user.index();
    }

    String creator() {
        return user.creator().orElseThrow();
    }

    StoredUser with(User changed) {
        return new StoredUser(changed, expiry, firstUse);
    }

    StoredUser usedAt(Instant when) {
        return new StoredUser(user, expiry, Optional.of(firstUse.orElse(when)));
    }

    /** The user as a lock tells of it. */
    User told(List<Credential> credentials, boolean owners) {
        return new User(
                user.index(),
                user.name(),
                user.enabled(),
                user.type(),
                user.rule(),
                credentials,
                user.schedules(),
                owners ? user.creator() : Optional.empty(),
                owners ? user.modifier() : Optional.empty());
    }

    StoredUser withSchedules(List<Schedule> schedules) {
        return with(user.withSchedules(schedules));
    }
}
