package org.lockcredentials.zwave;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.Secret;
import org.lockcredentials.spi.StateStore;
import org.lockcredentials.store.MemoryStateStore;
import org.lockcredentials.zwave.security.NetworkKeys;
import org.lockcredentials.zwave.security.ScriptedRandom;
import org.lockcredentials.zwave.security.SecurityClass;
import org.mockito.Mockito;

/** Keys are made once, kept before anybody has them, and never in place of those that a host gave. */
final class KeyStoreTest {

    private static final long HOME = 0xC0FFEE01L;

    private final MemoryStateStore store = new MemoryStateStore();

    @Test
    void keysAreMadeOnceAndKept() {
        assertEquals(Set.of(), kept(Optional.empty(), 1).existing().classes());
        assertEquals(List.of(), store.keys("zwave"), "none before they are needed");
        NetworkKeys made = kept(Optional.empty(), 1).existingOrNew();
        assertEquals(EnumSet.allOf(SecurityClass.class), made.classes());
        assertEquals(List.of("zwave/c0ffee01/keys"), store.keys("zwave"));
        assertEquals(made.text(), kept(Optional.empty(), 2).existingOrNew().text());
        assertEquals(made.text(), kept(Optional.empty(), 2).existing().text());
    }

    @Test
    void givenKeysAreUsedAndNotKept() {
        Secret key = Secret.of(new byte[16]);
        try (NetworkKeys given = NetworkKeys.of(Map.of(SecurityClass.S0_LEGACY, key))) {
            assertEquals(
                    given.text(), kept(Optional.of(given), 1).existingOrNew().text());
            assertEquals(List.of(), store.keys("zwave"));
        }
    }

    @Test
    void keysThatCannotBeReadAreNotReplaced() {
        byte[] damaged = "S0_Legacy=00112233".getBytes(StandardCharsets.US_ASCII);
        store.write("zwave/c0ffee01/keys", damaged);
        LockCredentialException refused = assertThrows(
                LockCredentialException.class, () -> kept(Optional.empty(), 1).existingOrNew());
        assertEquals(Reason.REJECTED, refused.reason());
        assertEquals(damaged.length, store.read("zwave/c0ffee01/keys").orElseThrow().length);
    }

    @Test
    void keysThatAreNotKeptAreNotLeftBehind() {
        List<byte[]> written = new ArrayList<>();
        StateStore full = Mockito.mock(StateStore.class);
        Mockito.when(full.read(Mockito.any())).thenReturn(Optional.empty());
        Mockito.doAnswer(call -> {
                    written.add(call.getArgument(1));
                    throw new LockCredentialException(Reason.REJECTED, "the disk is full");
                })
                .when(full)
                .write(Mockito.any(), Mockito.any());
        KeyStore keys = new KeyStore(Optional.empty(), full, HOME, new ScriptedRandom(1));
        assertThrows(LockCredentialException.class, keys::existingOrNew);
        assertArrayEquals(new byte[written.get(0).length], written.get(0));
    }

    private KeyStore kept(Optional<NetworkKeys> given, int seed) {
        return new KeyStore(given, store, HOME, new ScriptedRandom(seed));
    }
}
