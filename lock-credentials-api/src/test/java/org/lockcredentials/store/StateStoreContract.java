package org.lockcredentials.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.spi.StateStore;

/** What every state store does. */
interface StateStoreContract {

    StateStore store();

    @Test
    default void aWrittenValueIsReadBackAndReplaced() {
        store().write("a/b", "old".getBytes(UTF_8));
        store().write("a/b", "new".getBytes(UTF_8));
        assertArrayEquals("new".getBytes(UTF_8), store().read("a/b").orElseThrow());
    }

    @Test
    default void theStoreKeepsItsOwnCopy() {
        byte[] mine = {1, 2, 3};
        store().write("key", mine);
        mine[0] = 9;
        store().read("key").orElseThrow()[1] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, store().read("key").orElseThrow());
    }

    @Test
    default void whatWasNeverWrittenOrIsDeletedIsEmpty() {
        store().write("gone", new byte[1]);
        store().delete("gone");
        store().delete("gone");
        store().delete("never/there");
        assertEquals(Optional.empty(), store().read("gone"));
        assertEquals(Optional.empty(), store().read("never/there"));
    }

    @Test
    default void namesThatAFileSystemMayConfuseAreApart() {
        List<String> keys = List.of("Con", "a", "a/b", "a/b/c", "A", "aux.", "con", "x.value", "x/value");
        for (String key : keys) {
            store().write("all/" + key, key.getBytes(UTF_8));
        }
        for (String key : keys) {
            assertArrayEquals(key.getBytes(UTF_8), store().read("all/" + key).orElseThrow());
        }
        assertEquals(keys.stream().map(key -> "all/" + key).sorted().toList(), store().keys("all"));
    }

    @Test
    default void keysOfAPrefixAreThoseBelowItInOrder() {
        store().write("locks/b", new byte[1]);
        store().write("locks/a/x", new byte[1]);
        store().write("locks", new byte[1]);
        store().write("locksmith/a", new byte[1]);
        assertEquals(List.of("locks/a/x", "locks/b"), store().keys("locks"));
        assertEquals(List.of(), store().keys("none"));
    }

    @Test
    default void aLongKeyIsKept() {
        String key = String.join("/", java.util.Collections.nCopies(8, "W".repeat(100)));
        store().write(key, new byte[] {7});
        assertEquals(List.of(key), store().keys("W".repeat(100)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "a/",
                "/a",
                "a//b",
                ".",
                "..",
                "a/../b",
                "a/./b",
                "a b",
                "a\\b",
                "ü",
                "a=b",
                "a+b",
                "a:b",
                "1/2/3/4/5/6/7/8/9",
                "a\u0000"
            })
    default void whatIsNoKeyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> store().write(text, new byte[1]));
        assertThrows(IllegalArgumentException.class, () -> store().read(text));
        assertThrows(IllegalArgumentException.class, () -> store().delete(text));
        assertThrows(IllegalArgumentException.class, () -> store().keys(text));
    }
}
