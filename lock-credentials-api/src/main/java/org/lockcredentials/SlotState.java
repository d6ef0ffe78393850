package org.lockcredentials;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a lock tells of one credential slot.
 *
 * @param place which slot
 * @param occupancy whether something is there
 * @param userIndex whose it is, where the lock tells
 */
public record SlotState(Credential place, Occupancy occupancy, OptionalInt userIndex) {

    public SlotState {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(occupancy, "occupancy");
    }

    public static SlotState free(Credential place) {
        return new SlotState(place, Occupancy.FREE, OptionalInt.empty());
    }

    public static SlotState occupied(Credential place, int userIndex) {
        return new SlotState(place, Occupancy.OCCUPIED, OptionalInt.of(userIndex));
    }

    public static SlotState unknown(Credential place) {
        return new SlotState(place, Occupancy.UNKNOWN, OptionalInt.empty());
    }
}
