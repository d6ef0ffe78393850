package org.lockcredentials.zwave.lock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.Finding;
import org.lockcredentials.zwave.command.usercredential.CredentialCapabilities;
import org.lockcredentials.zwave.command.usercredential.NameEncoding;
import org.lockcredentials.zwave.command.usercredential.UserCapabilities;

/** A lock's names count bytes, in the alphabets that it told. */
final class NameObjectionsTest {

    private final ScriptedLock air = new ScriptedLock(true, question -> Optional.empty(), write -> false);

    private List<Finding> objections(Set<NameEncoding> alphabets, String name) {
        UserCapabilities.Report users =
                new UserCapabilities.Report(10, Set.of(), 10, alphabets, false, false, false, Set.of());
        return new UserCredentialLock(
                        air.lock, users, new CredentialCapabilities.Report(false, false, false, List.of()))
                .objections(Optional.of(name));
    }

    @ParameterizedTest
    @CsvSource({
        "ASCII, Ann, 0",
        "ASCII, Zo\u00eb, 1",
        "EXTENDED_ASCII, Zo\u00eb, 0",
        "UTF_16, Zo\u00eb, 0",
        "UTF_16, Nikola, 1"
    })
    void aNameIsWrittenInWhatTheLockHas(NameEncoding alphabet, String name, int findings) {
        assertEquals(findings, objections(Set.of(alphabet), name).size());
    }

    @Test
    void theLongerAlphabetHasHalfTheRoom() {
        Set<NameEncoding> both = Set.of(NameEncoding.ASCII, NameEncoding.UTF_16);
        assertEquals(List.of(), objections(both, "Annemarie"));
        assertEquals("name", objections(both, "\u0141ukasz").get(0).field());
        assertEquals(List.of(), air.heard());
    }
}
