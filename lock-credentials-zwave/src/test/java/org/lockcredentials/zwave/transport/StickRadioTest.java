package org.lockcredentials.zwave.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.zwave.frame.LinkException;

/** What is certain about a command when the line to the stick fails: only what was never sent, or refused, was not done. */
final class StickRadioTest {

    @ParameterizedTest
    @CsvSource({"LOST, UNCERTAIN", "TIMEOUT, UNCERTAIN", "UNSENT, UNREACHABLE", "REFUSED, UNREACHABLE", "CLOSED, CLOSED"
    })
    void aFailureOfTheLineSaysWhatIsCertain(LinkException.Kind line, TransportException.Kind certain) {
        LinkException failure = new LinkException(line, "played by the test");
        assertEquals(
                certain, StickRadio.translated(new CompletionException(failure)).kind());
    }
}
