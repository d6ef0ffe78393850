package org.lockcredentials.spi;

import java.util.Optional;
import org.lockcredentials.Occupancy;
import org.lockcredentials.User;

/**
 * What a lock told of one user index.
 *
 * @param occupancy whether somebody is there
 * @param user who, when occupied and the lock tells
 */
public record UserState(Occupancy occupancy, Optional<User> user) {

    public static UserState free() {
        return new UserState(Occupancy.FREE, Optional.empty());
    }

    public static UserState unknown() {
        return new UserState(Occupancy.UNKNOWN, Optional.empty());
    }

    public static UserState of(User user) {
        return new UserState(Occupancy.OCCUPIED, Optional.of(user));
    }
}
