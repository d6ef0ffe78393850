package org.lockcredentials.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LeakWatchTest {

    private static final String CODE = "58310274";

    @TempDir
    Path directory;

    static List<String> disguises() {
        byte[] bytes = CODE.getBytes(UTF_8);
        byte[] frame = ("\u0001\u0002x" + CODE + "\u007f").getBytes(UTF_8);
        byte[] longer = ("\u0001x" + CODE).getBytes(UTF_8);
        List<String> all = new ArrayList<>(List.of(
                CODE,
                "pin=" + CODE + ".",
                "1" + CODE + "9",
                Arrays.toString(bytes),
                Arrays.toString(frame),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(frame),
                Base64.getEncoder().encodeToString(longer),
                Base64.getUrlEncoder().withoutPadding().encodeToString(frame)));
        for (String between : List.of("", " ", ":", ", ", "-")) {
            all.add("frame " + HexFormat.ofDelimiter(between).formatHex(frame));
            all.add(HexFormat.ofDelimiter(between).withUpperCase().formatHex(bytes) + " sent");
        }
        all.add(HexFormat.ofDelimiter(" ").withPrefix("0x").formatHex(bytes));
        return all;
    }

    @ParameterizedTest
    @MethodSource("disguises")
    void aCodeIsFoundInEveryDisguise(String text) {
        assertTrue(new CodeSearch(Set.of("99990001", CODE)).finds(text), text);
    }

    @Test
    void whatIsNoCodeIsNotTakenForOne() {
        CodeSearch search = new CodeSearch(Set.of(CODE));
        for (String text : disguises()) {
            assertFalse(new CodeSearch(Set.of("58310275")).finds(text), text);
        }
        assertFalse(search.finds(""));
        assertFalse(search.finds("12:00:01.123 DEBUG worker-1 o.l.i.h.Subscriber [52, 12, 99] 5831027"));
    }

    @Test
    void theReportNamesThePlaceAndNotTheCode() throws Exception {
        Path log = Files.writeString(directory.resolve("log"), "fine\nsends " + CODE + "\nfine\n");
        List<String> leaks = LeakWatch.search(Set.of(CODE), List.of(log));
        assertEquals(List.of("log line 2"), leaks);
    }

    @ParameterizedTest
    @ValueSource(classes = {OwnProcess.Logs.class, OwnProcess.Throws.class, OwnProcess.Answers.class})
    void aTestProcessWhoseCodesGetOutFails(Class<?> test) throws Exception {
        Process run = OwnProcess.start(test, directory);
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertNotEquals(0, run.waitFor(), said);
        assertTrue(said.contains("codes got out"), said);
        assertTrue(Files.readString(directory.resolve("target/leaks-1.txt")).contains("line"));
    }

    @Test
    void aTestProcessThatKeepsThemInDoesNot() throws Exception {
        Process run = OwnProcess.start(OwnProcess.KeepsThemIn.class, directory);
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, run.waitFor(), said);
        assertTrue(
                Files.readString(directory.resolve("target/test-trace-1.log")).contains("redacted"));
        assertFalse(Files.exists(directory.resolve("target/leaks-1.txt")));
    }

    @Test
    void codesDifferAndHaveTheirForm() {
        assertNotEquals(Pins.next(), Pins.next());
        assertTrue(Pins.next().matches("[0-9]{8}"));
        assertTrue(Pins.nextWithLeadingZero().matches("0[0-9]{8}"));
        assertThrows(IllegalArgumentException.class, () -> Pins.watch("12345"));
        assertThrows(IllegalArgumentException.class, () -> Pins.watch("111111111"));
    }
}
