package org.lockcredentials.zwave.command.usercredential;

import java.util.Collection;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;

/**
 * A user's name and how it is written.
 *
 * @param text up to 255 bytes as written
 */
public record UserName(NameEncoding encoding, String text) {

    public static final UserName NONE = new UserName(NameEncoding.ASCII, "");

    public UserName {
        if (!encoding.canEncode(text)) {
            throw new IllegalArgumentException("the name has characters that " + encoding + " has not");
        }
        Range.check("length of name", encoding.length(text), 0, 0xFF);
    }

    /**
     * The name in the shortest of {@code supported} encodings that can write it; empty if none can, or not in {@code maxLength} bytes: a
     * lock would cut it off.
     */
    public static Optional<UserName> shortest(String text, Collection<NameEncoding> supported, int maxLength) {
        return NameEncoding.shortestFor(text, supported)
                .filter(encoding -> encoding.length(text) <= maxLength)
                .map(encoding -> new UserName(encoding, text));
    }

    /**
     * Bytes beyond ASCII are taken for the extended table, also in a name that says it is ASCII; but for UTF-8 where they read as such, as
     * zwave-js writes every name that is not UTF-16.
     */
    static UserName decode(ByteReader in) throws DecodeException {
        NameEncoding encoding = NameEncoding.of(in.u8());
        byte[] bytes = in.bytes(in.u8());
        String text = (encoding == NameEncoding.UTF_16 ? Optional.<String>empty() : NameEncoding.utf8(bytes))
                .orElseGet(() -> encoding.decode(bytes));
        return new UserName(
                encoding.canEncode(text)
                        ? encoding
                        : NameEncoding.EXTENDED_ASCII.canEncode(text)
                                ? NameEncoding.EXTENDED_ASCII
                                : NameEncoding.UTF_16,
                text);
    }

    /** Number of bytes as written. */
    public int length() {
        return encoding.length(text);
    }

    void encode(ByteWriter out) {
        byte[] bytes = encoding.encode(text);
        out.u8(encoding.code()).u8(bytes.length).bytes(bytes);
    }
}
