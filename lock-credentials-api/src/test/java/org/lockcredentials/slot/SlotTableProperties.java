package org.lockcredentials.slot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.lockcredentials.Occupancy;
import org.lockcredentials.slot.SlotTable.Choice;

class SlotTableProperties {

    private static final SlotPolicy POLICY = new SlotPolicy(2, 9, Set.of(5), 5);

    /** Holders choose until nothing is left: they get each free, allowed place once, lowest first, and nothing else. */
    @Property
    void choosesEachFreePlaceOnceAndNothingElse(
            @ForAll @Size(12) List<Occupancy> lock, @ForAll @Size(12) List<Boolean> taken) {
        SlotTable table = new SlotTable();
        Set<Integer> free = new HashSet<>();
        for (int index = 1; index <= 12; index++) {
            boolean reserved = taken.get(index - 1);
            if (reserved) {
                assertTrue(table.reserve(index, "earlier", 0, SlotTable.NEVER));
            }
            if (lock.get(index - 1) == Occupancy.FREE && !reserved && POLICY.allows(index)) {
                free.add(index);
            }
        }
        int before = 0;
        int holder = 0;
        Map<Integer, Integer> given = new HashMap<>();
        while (true) {
            Choice choice = table.choose(POLICY, 12, "holder" + holder, 0, SlotTable.NEVER);
            if (choice instanceof Choice.Ask ask) {
                assertTrue(table.told(ask.index()).isEmpty(), "asked twice");
                tell(table, ask.index(), lock.get(ask.index() - 1));
            } else if (choice instanceof Choice.Reserved place) {
                assertTrue(place.index() > before);
                before = place.index();
                given.put(place.index(), holder++);
            } else {
                break;
            }
        }
        assertEquals(free, given.keySet());
    }

    /** A reservation ends at its time, wherever the clock stands, and what is forgotten is not free. */
    @Property
    void aReservationEndsAtItsTime(@ForAll long now, @ForAll @IntRange(min = 1, max = 1000) int length) {
        Assume.that(now + length != SlotTable.NEVER);
        SlotTable table = new SlotTable();
        table.toldAll();
        assertTrue(table.reserve(3, "ann", now, now + length));
        assertFalse(table.reserve(3, "bob", now + length - 1, now + 5_000));
        assertTrue(table.reserve(3, "bob", now + length, now + 5_000));
        table.forgetAll();
        assertEquals(Optional.empty(), table.told(4));
        assertTrue(table.reservedFromAnother(3, "ann", now + length));
    }

    private static void tell(SlotTable table, int index, Occupancy occupancy) {
        switch (occupancy) {
            case FREE -> table.free(index);
            case OCCUPIED -> table.occupied(index);
            case UNKNOWN -> table.masked(index);
        }
    }
}
