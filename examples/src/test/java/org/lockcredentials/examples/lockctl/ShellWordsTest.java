package org.lockcredentials.examples.lockctl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

    @Test
    void quotesJoinAndBackslashesEscape() {
        assertEquals(
                List.of("user", "set", "--name", "Ann O'Hara", "a\"b", "c d", ""),
                ShellWords.split("user  set --name \"Ann O'Hara\" 'a\"b' c\\ d ''"));
    }

    @Test
    void insideDoubleQuotesABackslashEscapesOnlyWhatTheShellSays() {
        assertEquals(List.of("a\\n\"$"), ShellWords.split("\"a\\n\\\"\\$\""));
    }

    @Test
    void aCommentStartsOnlyAtTheStartOfAWord() {
        assertEquals(List.of("a#b"), ShellWords.split("a#b # and the rest"));
        assertEquals(List.of(), ShellWords.split("   # nothing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--data '1234", "--data \"1234", "--data 1234\\"})
    void whatIsNotFinishedIsRefusedWithoutRepeatingIt(String line) {
        var error = assertThrows(IllegalArgumentException.class, () -> ShellWords.split(line));
        assertFalse(error.getMessage().contains("1234"));
    }
}
