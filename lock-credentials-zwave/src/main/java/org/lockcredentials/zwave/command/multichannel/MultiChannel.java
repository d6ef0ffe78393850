package org.lockcredentials.zwave.command.multichannel;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.SecretBytes;

/** Multi Channel CC v3 and v4, Command Encapsulation (SDS13783 §3.2.9). */
public sealed interface MultiChannel extends Command {

    /**
     * Multi Channel Command Encapsulation (0x0D).
     *
     * @param source end point that sends, 0 for the root device, 0 to 127
     * @param bitAddress true if the destination is a bit mask of the end points 1 to 7
     * @param destination end point that is addressed, 0 to 127
     * @param command the whole command that is carried
     */
    record Encapsulation(int source, boolean bitAddress, int destination, Secret command) implements MultiChannel {
        public static final CommandType<Encapsulation> TYPE =
                CommandType.sensitive(Encapsulation.class, CommandClass.MULTI_CHANNEL, 0x0D, Encapsulation::decode);

        public Encapsulation {
            Range.check("source end point", source, 0, 127);
            Range.check("destination end point", destination, 0, 127);
        }

        /** Carries {@code command}, encoded, from the root device to one end point. */
        public static Encapsulation to(int endPoint, Command command) {
            return new Encapsulation(0, false, endPoint, SecretBytes.of(command));
        }

        static Encapsulation decode(ByteReader in) throws DecodeException {
            int source = in.u8() & 0x7F;
            int destination = in.u8();
            return new Encapsulation(source, (destination & 0x80) != 0, destination & 0x7F, SecretBytes.rest(in));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            out.u8(source).u8((bitAddress ? 0x80 : 0) | destination);
            SecretBytes.write(out, command);
        }

        @Override
        public CommandType<Encapsulation> type() {
            return TYPE;
        }
    }
}
