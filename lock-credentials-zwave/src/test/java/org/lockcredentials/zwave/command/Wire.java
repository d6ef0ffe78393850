package org.lockcredentials.zwave.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.decode.Commands;

/** Commands beside their bytes, written as the specification and captures print them. */
public final class Wire {

    private Wire() {}

    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    public static Secret secret(String hex) {
        return Secret.of(bytes(hex));
    }

    public static Command decode(String hex) throws DecodeException {
        return Commands.decode(bytes(hex));
    }

    /** The command has these bytes, and these bytes are the command. */
    public static void assertWire(String hex, Command command) throws DecodeException {
        assertEquals(
                HexFormat.of().formatHex(bytes(hex)),
                HexFormat.of().formatHex(command.encode()),
                "bytes of " + command);
        assertEquals(command, decode(hex));
    }

    /** These bytes are the command, though it is not written so. */
    public static void assertReads(String hex, Command command) throws DecodeException {
        assertEquals(command, decode(hex));
    }
}
