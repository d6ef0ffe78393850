package org.lockcredentials.zwave.command.crc16;

import java.util.Arrays;
import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.CrcCcitt;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/**
 * CRC-16 Encapsulated Command (0x01), CRC-16 Encapsulation CC v1 (SDS13783 §3.1.2).
 *
 * @param command the whole command that is carried
 */
public record Crc16(Secret command) implements Command {
    public static final CommandType<Crc16> TYPE =
            CommandType.sensitive(Crc16.class, CommandClass.CRC_16_ENCAPSULATION, 0x01, Crc16::decode);

    private static final int CHECKSUM = 2;

    public Crc16 {
        Range.length("command", command, 2, 255);
    }

    static Crc16 decode(ByteReader in) throws DecodeException {
        Secret command = SecretBytes.read(in, in.remaining() - CHECKSUM);
        if (in.u16() != checksum(command)) {
            throw new DecodeException("checksum of an encapsulated command does not fit");
        }
        return new Crc16(command);
    }

    @Override
    public void encodeFields(ByteWriter out) {
        SecretBytes.write(out, command);
        out.u16(checksum(command));
    }

    @Override
    public CommandType<Crc16> type() {
        return TYPE;
    }

    private static int checksum(Secret command) {
        ByteWriter covered =
                new ByteWriter().u8(CommandClass.CRC_16_ENCAPSULATION.id()).u8(0x01);
        SecretBytes.write(covered, command);
        byte[] bytes = covered.takeBytes();
        int checksum = CrcCcitt.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return checksum;
    }
}
