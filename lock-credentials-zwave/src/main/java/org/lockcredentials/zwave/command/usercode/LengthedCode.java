package org.lockcredentials.zwave.command.usercode;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/** A code behind its length in four bits, where length 0 means none. */
final class LengthedCode {

    private LengthedCode() {}

    static void check(Optional<Secret> code) {
        code.ifPresent(each -> Range.length("code", each, 1, 15));
    }

    static Optional<Secret> decode(ByteReader in) throws DecodeException {
        int length = in.u8() & 0x0F;
        return length == 0 ? Optional.empty() : Optional.of(SecretBytes.read(in, length));
    }

    static void encode(ByteWriter out, Optional<Secret> code) {
        out.u8(code.map(Secret::length).orElse(0));
        code.ifPresent(each -> SecretBytes.write(out, each));
    }
}
