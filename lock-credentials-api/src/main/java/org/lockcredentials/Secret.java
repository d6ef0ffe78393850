package org.lockcredentials;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

/**
 * A PIN, a password or a key, held in memory that can be wiped.
 *
 * <p>It never shows what it holds: {@link #toString()} is the same for every secret, equality is by content and takes the
 * same time wherever two secrets of one length differ, and there is no way to a {@code String}. The SDK copies the secret it is given
 * when a method is called, so the caller may wipe its own at once.
 *
 * <p>Safe for use by several threads.
 */
public final class Secret implements AutoCloseable {

    private byte[] bytes;
    private boolean wiped;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a copy of the characters as UTF-8, leading zeros included; the caller's text is left as it is, and no {@code String} is made of it. Half a
     * surrogate pair becomes a question mark.
     */
    public static Secret of(CharSequence text) {
        Objects.requireNonNull(text, "text");
        return encoded(CharBuffer.wrap(text));
    }

    /** Takes a copy of the characters as UTF-8, leading zeros included; the caller's array is left as it is and should be wiped. */
    public static Secret of(char[] text) {
        return encoded(CharBuffer.wrap(text));
    }

    /** Takes a copy of the bytes; the caller's array is left as it is and should be wiped. */
    public static Secret of(byte[] bytes) {
        return new Secret(bytes.clone());
    }

    /** Takes the bytes over: the array holds zeros afterwards. */
    public static Secret taking(byte[] bytes) {
        Secret taken = new Secret(bytes.clone());
        Arrays.fill(bytes, (byte) 0);
        return taken;
    }

    private static Secret encoded(CharBuffer text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer room = ByteBuffer.allocate((int) Math.ceil(text.remaining() * (double) encoder.maxBytesPerChar()));
        encoder.encode(text, room, true);
        encoder.flush(room);
        Secret secret = new Secret(Arrays.copyOf(room.array(), room.position()));
        Arrays.fill(room.array(), (byte) 0);
        return secret;
    }

    /**
     * Number of bytes held.
     *
     * @throws IllegalStateException if the secret was wiped
     */
    public synchronized int length() {
        return live().length;
    }

    /**
     * Lends a copy of the bytes to {@code reader} and wipes the copy afterwards.
     *
     * @return what the reader returned, which must not hold the array
     * @throws IllegalStateException if the secret was wiped
     */
    public <T> T use(Function<byte[], T> reader) {
        byte[] lent;
        synchronized (this) {
            lent = live().clone();
        }
        try {
            return reader.apply(lent);
        } finally {
            Arrays.fill(lent, (byte) 0);
        }
    }

    /**
     * Another secret with the same content and a life of its own.
     *
     * @throws IllegalStateException if the secret was wiped
     */
    public synchronized Secret copy() {
        return new Secret(live().clone());
    }

    /** True if every byte is an ASCII digit, as a PIN's are; a wiped or empty secret has none. */
    public synchronized boolean isAsciiDigits() {
        for (byte b : bytes) {
            if (b < '0' || b > '9') {
                return false;
            }
        }
        return bytes.length > 0;
    }

    public synchronized boolean isWiped() {
        return wiped;
    }

    /** Overwrites what is held; doing so again changes nothing. */
    public synchronized void wipe() {
        Arrays.fill(bytes, (byte) 0);
        bytes = new byte[0];
        wiped = true;
    }

    /** Wipes the secret. */
    @Override
    public void close() {
        wipe();
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        return other instanceof Secret that
                && !isWiped()
                && !that.isWiped()
                && use(mine -> that.use(theirs -> MessageDigest.isEqual(mine, theirs)));
    }

    /** The same for every secret: a hash would help to guess a short PIN. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "Secret[redacted]";
    }

    private byte[] live() {
        if (wiped) {
            throw new IllegalStateException("the secret was wiped");
        }
        return bytes;
    }
}
