package org.lockcredentials.internal.bytes;

/**
 * Bytes from outside that do not have the form their specification gives them.
 *
 * <p>The only exception a decoder raises. Its message names the field and the numbers that do not fit, never the bytes
 * themselves, which may be a code.
 */
public final class DecodeException extends Exception {

    public DecodeException(String message) {
        super(message);
    }
}
