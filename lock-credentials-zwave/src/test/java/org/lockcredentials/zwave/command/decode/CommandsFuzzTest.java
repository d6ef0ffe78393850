package org.lockcredentials.zwave.command.decode;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;

/** Runs in the Maven profile {@code fuzz}. */
class CommandsFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void decodeRaisesNothingButDecodeException(byte[] input) {
        Command command;
        try {
            command = Commands.decode(input);
        } catch (DecodeException refused) {
            return;
        }
        try {
            if (!command.equals(Commands.decode(command.encode()))) {
                throw new AssertionError(command.type() + " does not come back the same");
            }
        } catch (DecodeException unreadable) {
            throw new AssertionError(command.type() + " does not read what it wrote", unreadable);
        }
    }
}
