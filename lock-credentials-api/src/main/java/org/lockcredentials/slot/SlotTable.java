package org.lockcredentials.slot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.lockcredentials.Occupancy;

/**
 * What is known of the places of one index space: a lock's users, or its credentials of one type.
 *
 * <p>A place is in one of four states: the lock said that it is free, or that it is taken; the lock was asked and told nothing certain; or
 * it was not asked yet. Only the first may be chosen, and only the last is worth a question. Beside that a place may be reserved, by a holder told apart by
 * {@code equals}; a reserved place is chosen for nobody, its holder included, whatever the lock says of it. Not safe for use by several threads.
 */
public final class SlotTable {

    /** The deadline of a reservation that stays until it is released. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int NOBODY = 0;

    private final Map<Integer, Known> places = new HashMap<>();
    private final Map<Integer, Reservation> reservations = new HashMap<>();
    private boolean restIsFree;

    /** What became of a choice. */
    public sealed interface Choice {

        /** The lowest free place; it is reserved. */
        record Reserved(int index) implements Choice {}

        /** Whether this place is free decides; the lock must be asked first, then the choice be made again. */
        record Ask(int index) implements Choice {}

        /** No place that may be chosen is free, as far as the lock tells. */
        record None() implements Choice {}
    }

    /**
     * Reserves the lowest free place.
     *
     * @param policy which places may be chosen
     * @param capacity the highest index there is
     * @param holder who reserves
     * @param now the time, as {@code nanoTime} counts
     * @param until when the reservation ends, as {@code nanoTime} counts, or {@link #NEVER}
     */
    public Choice choose(SlotPolicy policy, int capacity, Object holder, long now, long until) {
        int last = Math.min(policy.last(), capacity);
        for (int index = policy.first(); index <= last; index++) {
            if (!policy.allows(index) || reservation(index, now).isPresent()) {
                continue;
            }
            Optional<Occupancy> told = told(index);
            if (told.isEmpty()) {
                return new Choice.Ask(index);
            }
            if (told.get() == Occupancy.FREE) {
                reservations.put(index, new Reservation(holder, until));
                return new Choice.Reserved(index);
            }
        }
        return new Choice.None();
    }

    /** Reserves one place, whatever is there; false if another holds it. */
    public boolean reserve(int index, Object holder, long now, long until) {
        if (reservedFromAnother(index, holder, now)) {
            return false;
        }
        reservations.put(index, new Reservation(holder, until));
        return true;
    }

    /** True if a holder other than this one has the place reserved. */
    public boolean reservedFromAnother(int index, Object holder, long now) {
        return reservation(index, now)
                .filter(reservation -> !reservation.holder.equals(holder))
                .isPresent();
    }

    /** Gives back every place of this holder. */
    public void release(Object holder) {
        reservations.values().removeIf(reservation -> reservation.holder.equals(holder));
    }

    /** What the lock told of a place, or empty if it is worth asking. */
    public Optional<Occupancy> told(int index) {
        Known known = places.get(index);
        if (known != null) {
            return known.told;
        }
        return restIsFree ? Optional.of(Occupancy.FREE) : Optional.empty();
    }

    /** Whose the place is, where the lock tells. */
    public OptionalInt owner(int index) {
        Known known = places.get(index);
        return known == null || known.owner == NOBODY ? OptionalInt.empty() : OptionalInt.of(known.owner);
    }

    /** The lock said that nothing is there. */
    public void free(int index) {
        places.put(index, new Known(Optional.of(Occupancy.FREE), NOBODY));
    }

    /** The lock said that something is there. */
    public void occupied(int index) {
        places.put(index, new Known(Optional.of(Occupancy.OCCUPIED), NOBODY));
    }

    /** The lock said that something is there, and whose it is. */
    public void occupied(int index, int owner) {
        places.put(index, new Known(Optional.of(Occupancy.OCCUPIED), owner));
    }

    /** The lock was asked and told nothing certain: the place is neither chosen nor asked for again until it is forgotten. */
    public void masked(int index) {
        places.put(index, new Known(Optional.of(Occupancy.UNKNOWN), NOBODY));
    }

    /** What was known of a place no longer holds. */
    public void forget(int index) {
        places.put(index, new Known(Optional.empty(), NOBODY));
    }

    /** Nothing that was known holds any longer; reservations stay. */
    public void forgetAll() {
        places.clear();
        restIsFree = false;
    }

    /** The lock told all it holds: what is not marked hereafter is free. Reservations stay. */
    public void toldAll() {
        places.clear();
        restIsFree = true;
    }

    /** Forgets all places of one owner that is gone, and frees them: the lock deleted them with it. */
    public void freeAllOf(int owner) {
        places.replaceAll(
                (index, known) -> known.owner == owner ? new Known(Optional.of(Occupancy.FREE), NOBODY) : known);
    }

    private Optional<Reservation> reservation(int index, long now) {
        Reservation there = reservations.get(index);
        if (there != null && there.endedBy(now)) {
            reservations.remove(index);
            return Optional.empty();
        }
        return Optional.ofNullable(there);
    }

    private record Known(Optional<Occupancy> told, int owner) {}

    private record Reservation(Object holder, long until) {
        boolean endedBy(long now) {
            return until != NEVER && now - until >= 0;
        }
    }
}
