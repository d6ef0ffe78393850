package org.lockcredentials.zwave.command;

import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Fields that carry a code, or a command that may: read into a {@link Secret}, with every copy on the way wiped. */
public final class SecretBytes {

    private SecretBytes() {}

    public static Secret read(ByteReader in, int length) throws DecodeException {
        return take(in.bytes(length));
    }

    public static Secret rest(ByteReader in) {
        return take(in.rest());
    }

    /** A whole command, as an encapsulation carries it. */
    public static Secret of(Command command) {
        return take(command.encode());
    }

    /** All that was written; the writer is wiped. */
    public static Secret taking(ByteWriter written) {
        return take(written.takeBytes());
    }

    public static void write(ByteWriter out, Secret secret) {
        secret.use(out::bytes);
    }

    private static Secret take(byte[] bytes) {
        try {
            return Secret.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
