package org.lockcredentials.matter.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.matter.exchange.ChannelException;
import org.lockcredentials.matter.interaction.InteractionException;
import org.lockcredentials.matter.interaction.Status;
import org.lockcredentials.matter.interaction.StatusIb;
import org.lockcredentials.matter.interaction.UnsentException;

class NodeFailuresTest {

    /** The columns: what went wrong; what became of a reading, and of a writing; whether the two may be asked again, and a writing that was not sent. */
    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, UNREACHABLE, TIMEOUT, true, false, true",
        "SESSION_CLOSED, UNREACHABLE, TIMEOUT, true, false, true",
        "UNSENT, UNREACHABLE, UNREACHABLE, true, true, true",
        "BUSY, UNREACHABLE, UNREACHABLE, false, false, false",
        "REFUSED, UNREACHABLE, UNREACHABLE, false, false, false",
        "WRONG_PASSCODE, SECURITY, SECURITY, false, false, false",
        "UNTRUSTED, SECURITY, SECURITY, false, false, false",
        "NO_SHARED_ROOT, SECURITY, SECURITY, false, false, false",
        "PROTOCOL, MALFORMED, MALFORMED, false, false, false",
        "CLOSED, CLOSED, CLOSED, false, false, false"
    })
    void sayWhatBecameOfTheRequest(
            ChannelException.Kind wrong,
            NodeException.Kind reading,
            NodeException.Kind writing,
            boolean readAgain,
            boolean writeAgain,
            boolean unsentAgain) {
        Throwable failure = new CompletionException(new ChannelException(wrong, "as it was"));
        assertEquals(reading, ((NodeException) NodeFailures.of(failure, true)).kind());
        assertEquals(writing, ((NodeException) NodeFailures.of(failure, false)).kind());
        assertEquals(readAgain, NodeFailures.mayBeAskedAgain(failure, true));
        assertEquals(writeAgain, NodeFailures.mayBeAskedAgain(failure, false));
        Throwable unsent = new CompletionException(new UnsentException(failure.getCause()));
        assertEquals(unsentAgain, NodeFailures.mayBeAskedAgain(unsent, false));
        assertEquals(reading, ((NodeException) NodeFailures.of(unsent, false)).kind(), "what was not sent did nothing");
    }

    @Test
    void leaveWhatANodeSaidAsItIs() {
        InteractionException refused = new InteractionException(StatusIb.of(Status.Code.BUSY));
        assertSame(refused, NodeFailures.of(new CompletionException(refused), false));
    }

    @Test
    void callWhatCannotBeReadMalformed() {
        Throwable malformed = new CompletionException(new DecodeException("none"));
        assertEquals(NodeException.Kind.MALFORMED, ((NodeException) NodeFailures.of(malformed, false)).kind());
    }
}
