package org.lockcredentials.matter.setup;

import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;

/** Bytes as characters that a QR code holds cheaply: three bytes are five of them, two are four, one is two (Matter Core 5.1.3.1). */
final class Base38 {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
    private static final int RADIX = ALPHABET.length();
    private static final int GROUP = 3;

    private Base38() {}

    static byte[] encode(byte[] bytes) {
        ByteWriter text = new ByteWriter();
        for (int start = 0; start < bytes.length; start += GROUP) {
            int count = Math.min(GROUP, bytes.length - start);
            int value = 0;
            for (int i = count - 1; i >= 0; i--) {
                value = value << 8 | bytes[start + i] & 0xFF;
            }
            for (int i = 0; i < characters(count); i++) {
                text.u8(ALPHABET.charAt(value % RADIX));
                value /= RADIX;
            }
        }
        return text.takeBytes();
    }

    static byte[] decode(byte[] text) throws DecodeException {
        ByteWriter bytes = new ByteWriter();
        for (int start = 0; start < text.length; ) {
            int count = bytes(text.length - start);
            int value = 0;
            for (int i = characters(count) - 1; i >= 0; i--) {
                value = RADIX * value + digit(text[start + i]);
            }
            if (value >>> 8 * count != 0) {
                throw new DecodeException("a group of characters stands for more than its bytes hold");
            }
            for (int i = 0; i < count; i++) {
                bytes.u8(value >> 8 * i & 0xFF);
            }
            start += characters(count);
        }
        return bytes.takeBytes();
    }

    private static int digit(byte character) throws DecodeException {
        int digit = ALPHABET.indexOf(character & 0xFF);
        if (digit < 0) {
            throw new DecodeException("a character that no QR code of Matter has");
        }
        return digit;
    }

    private static int characters(int bytes) {
        return bytes == GROUP ? 5 : 2 * bytes;
    }

    private static int bytes(int charactersLeft) throws DecodeException {
        if (charactersLeft >= characters(GROUP)) {
            return GROUP;
        }
        if (charactersLeft % 2 != 0) {
            throw new DecodeException(charactersLeft + " characters are left over");
        }
        return charactersLeft / 2;
    }
}
