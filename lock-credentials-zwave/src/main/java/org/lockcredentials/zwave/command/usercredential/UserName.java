package org.lockcredentials.zwave.command.usercredential;

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
        Range.check("length of name", encoding.encode(text).length, 0, 0xFF);
    }

    static UserName decode(ByteReader in) throws DecodeException {
        NameEncoding encoding = NameEncoding.of(in.u8());
        return new UserName(encoding, encoding.decode(in.bytes(in.u8())));
    }

    void encode(ByteWriter out) {
        byte[] bytes = encoding.encode(text);
        out.u8(encoding.code()).u8(bytes.length).bytes(bytes);
    }
}
