package org.lockcredentials.spi;

import java.time.Duration;
import java.util.Optional;
import org.lockcredentials.User;

/**
 * A user as it should stand on the lock.
 *
 * @param user index, name, state, type and rule; credentials and schedules are not part of this write
 * @param expiry for expiring users, how long after the first use
 */
public record UserWrite(User user, Optional<Duration> expiry) {}
