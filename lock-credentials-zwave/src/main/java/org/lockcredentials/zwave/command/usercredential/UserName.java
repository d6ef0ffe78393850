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
        Range.check("length of name", encoding.encode(text).length, 0, 0xFF);
    }

    /** The name in the shortest of {@code supported} encodings that can write it, or empty if none can. */
    public static Optional<UserName> shortest(String text, Collection<NameEncoding> supported) {
        return NameEncoding.shortestFor(text, supported).map(encoding -> new UserName(encoding, text));
    }

    /** Bytes beyond ASCII in a name that says it is ASCII are taken for the extended table. */
    static UserName decode(ByteReader in) throws DecodeException {
        NameEncoding encoding = NameEncoding.of(in.u8());
        String text = encoding.decode(in.bytes(in.u8()));
        return new UserName(encoding.canEncode(text) ? encoding : NameEncoding.EXTENDED_ASCII, text);
    }

    /** Number of bytes as written. */
    public int length() {
        return encoding.encode(text).length;
    }

    void encode(ByteWriter out) {
        byte[] bytes = encoding.encode(text);
        out.u8(encoding.code()).u8(bytes.length).bytes(bytes);
    }
}
