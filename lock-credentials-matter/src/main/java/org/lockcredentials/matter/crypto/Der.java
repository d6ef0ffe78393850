package org.lockcredentials.matter.crypto;

import java.io.IOException;
import org.lockcredentials.internal.bytes.DecodeException;

/** Reads ASN.1 from outside: whatever BouncyCastle raises for malformed bytes, a caller sees a {@link DecodeException}. */
public final class Der {

    private Der() {}

    /** Something that takes BouncyCastle's objects apart. */
    @FunctionalInterface
    public interface Reading<T> {

        T read() throws DecodeException, IOException;
    }

    /** What {@code reading} returns. @param what what is read, for the message */
    public static <T> T read(String what, Reading<T> reading) throws DecodeException {
        try {
            return reading.read();
        } catch (IOException | RuntimeException malformed) {
            // Its message may quote bytes, so it is not passed on.
            throw new DecodeException(
                    what + " that is not well-formed: " + malformed.getClass().getSimpleName());
        }
    }
}
