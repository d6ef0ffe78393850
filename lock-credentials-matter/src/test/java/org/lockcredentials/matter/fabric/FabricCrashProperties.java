package org.lockcredentials.matter.fabric;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.testing.ManualScheduler;
import org.lockcredentials.testing.MemoryStore;

class FabricCrashProperties {

    /** A process that is killed before a write, after it, or not at all, again and again: no id twice, and one fabric for ever once relied upon. */
    @Property(tries = 60)
    void noIdIsGivenAwayTwiceAndNoFabricIsLost(
            @ForAll @IntRange(min = 0, max = 3) int writesUntilDeath,
            @ForAll boolean deathAfterWriting,
            @ForAll @IntRange(min = 1, max = 4) int lives) {
        MemoryStore disk = new MemoryStore();
        ManualScheduler clock = new ManualScheduler();
        Set<Long> given = new HashSet<>();
        Optional<byte[]> relied = Optional.empty();
        for (int life = 0; life < lives; life++) {
            FabricStore store = new FabricStore(new Mortal(disk, writesUntilDeath, deathAfterWriting), clock);
            try (Fabric fabric = store.open(2)) {
                relied.ifPresent(root -> assertArrayEquals(root, fabric.rcac()));
                relied = Optional.of(fabric.rcac());
                for (int i = 0; i < 3; i++) {
                    assertTrue(given.add(store.allocateNodeId(fabric)));
                }
            } catch (Killed expected) {
                continue;
            }
        }
        assertTrue(!given.contains(2L));
    }

    private static final class Killed extends RuntimeException {}

    /** The store of a process that dies at a write. */
    private static final class Mortal implements StateStore {

        private final MemoryStore disk;
        private final boolean afterWriting;
        private int left;

        Mortal(MemoryStore disk, int left, boolean afterWriting) {
            this.disk = disk;
            this.left = left;
            this.afterWriting = afterWriting;
        }

        @Override
        public Optional<byte[]> read(String key) {
            return disk.read(key);
        }

        @Override
        public void write(String key, byte[] value) {
            boolean dies = left-- == 0;
            if (!dies || afterWriting) {
                disk.write(key, value);
            }
            if (dies) {
                throw new Killed();
            }
        }

        @Override
        public void delete(String key) {
            disk.delete(key);
        }

        @Override
        public java.util.List<String> keys(String prefix) {
            return disk.keys(prefix);
        }
    }
}
