package org.lockcredentials.matter.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class ReplayWindowProperties {

    /** The rule of section 4.6.5.1, by a set of all that was seen in place of a bitmap. */
    @Property(tries = 5000)
    void encryptedMessagesAreTakenOnceAndNeverWhenTooOld(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -50, max = 50) Integer> steps,
            @ForAll @LongRange(min = 100, max = 0xFFFF_0000L) long first) {
        ReplayWindow window = ReplayWindow.encrypted();
        Set<Long> seen = new HashSet<>(Set.of(first));
        assertTrue(window.accept(first));
        long highest = first;
        for (int step : steps) {
            long counter = Math.max(0, Math.min(0xFFFF_FFFFL, highest + step));
            boolean fresh = counter > highest || counter >= highest - ReplayWindow.SIZE && !seen.contains(counter);
            assertEquals(fresh, window.accept(counter), "counter " + counter + " with " + highest);
            seen.add(counter);
            highest = Math.max(highest, counter);
        }
    }

    @Property(tries = 2000)
    void unencryptedMessagesAreTakenOnceWithinTheWindow(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = -31, max = 40) Integer> steps, @ForAll int start) {
        ReplayWindow window = ReplayWindow.unencrypted();
        long highest = start & 0xFFFF_FFFFL;
        Set<Long> seen = new HashSet<>(Set.of(highest));
        assertTrue(window.accept(highest));
        for (int step : steps) {
            long counter = highest + step & 0xFFFF_FFFFL;
            assertEquals(seen.add(counter), window.accept(counter));
            highest = step > 0 ? counter : highest;
        }
    }

    @Example
    void aSenderThatWasStartedAgainIsHeard() {
        ReplayWindow window = ReplayWindow.unencrypted();
        assertTrue(window.accept(1_000_000));
        assertTrue(window.accept(17), "behind the window");
        assertFalse(window.accept(17));
        assertTrue(window.accept(18));
    }

    @Example
    void anEncryptedCounterNeverTurnsOver() {
        ReplayWindow window = ReplayWindow.encrypted();
        assertTrue(window.accept(0xFFFF_FFFFL));
        assertFalse(window.accept(0));
        assertFalse(window.accept(0xFFFF_FFFFL));
    }
}
