package org.lockcredentials.zwave.command.security2;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;

/**
 * Public Key Report (0x08), Security 2 CC v1 (SDS13783 §3.6.7.5).
 *
 * @param includingNode whether the sender is the node that includes
 * @param publicKey 32 bytes, the first 2 or 4 of them zeros if the user has to tell them
 */
public record PublicKeyReport(boolean includingNode, Octets publicKey) implements Command {
    public static final CommandType<PublicKeyReport> TYPE =
            CommandType.of(PublicKeyReport.class, CommandClass.SECURITY_2, 0x08, PublicKeyReport::decode);

    /** Bytes of a key on Curve25519. */
    public static final int LENGTH = 32;

    public PublicKeyReport {
        Range.check("length of public key", publicKey.length(), LENGTH, LENGTH);
    }

    static PublicKeyReport decode(ByteReader in) throws DecodeException {
        return new PublicKeyReport((in.u8() & 0x01) != 0, Octets.read(in, LENGTH));
    }

    @Override
    public void encodeFields(ByteWriter out) {
        out.u8(includingNode ? 1 : 0);
        publicKey.write(out);
    }

    @Override
    public CommandType<PublicKeyReport> type() {
        return TYPE;
    }
}
