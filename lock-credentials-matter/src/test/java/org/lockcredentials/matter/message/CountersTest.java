package org.lockcredentials.matter.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.testing.MemoryStore;

class CountersTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void aKilledProcessUsesNoNumberAgain() {
        MemoryStore store = new MemoryStore();
        Set<Long> used = new HashSet<>();
        for (int life = 0; life < 50; life++) {
            KeptCounter counter = new KeptCounter(store, "matter/counter", random);
            for (int i = 0; i < 1 + life * 700; i++) {
                assertTrue(used.add(counter.next()), "used before, in life " + life);
            }
        }
    }

    @Test
    void aNumberIsAllowedForBeforeItIsUsed() {
        MemoryStore store = new MemoryStore();
        store.beforeWrite(() -> {
            throw new IllegalStateException("killed");
        });
        KeptCounter counter = new KeptCounter(store, "matter/counter", random);
        assertThrows(IllegalStateException.class, counter::next);
    }

    @Test
    void aKeptCounterTurnsOver() {
        MemoryStore store = new MemoryStore();
        store.write("matter/counter", new byte[] {0, 0, 0, 0, -1, -1, -1, -1});
        KeptCounter counter = new KeptCounter(store, "matter/counter", random);
        assertEquals(0xFFFF_FFFFL, counter.next());
        assertEquals(0, counter.next());
    }

    @Test
    void whatTheStoreHoldsBesidesIsNoCounter() {
        MemoryStore store = new MemoryStore();
        store.write("matter/counter", new byte[] {1, 2});
        long first = new KeptCounter(store, "matter/counter", random).next();
        assertTrue(first >= 1 && first <= 1L << 28, "a random one, section 4.6.1.1");
    }

    @Test
    void aSessionsCounterEndsInsteadOfTurningOver() {
        SessionCounter counter = SessionCounter.from(0xFFFF_FFFEL);
        assertEquals(2, counter.left());
        counter.next();
        assertEquals(0xFFFF_FFFFL, counter.next());
        assertThrows(IllegalStateException.class, counter::next);
    }

    @Test
    void sessionsStartAtRandom() {
        assertTrue(SessionCounter.random(random).next() <= 1L << 28);
    }
}
