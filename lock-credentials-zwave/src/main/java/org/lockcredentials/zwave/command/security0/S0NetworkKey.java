package org.lockcredentials.zwave.command.security0;

import org.lockcredentials.Secret;
import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Range;
import org.lockcredentials.zwave.command.Request;
import org.lockcredentials.zwave.command.SecretBytes;

/** Security 0 CC v1, Network Key Set and Verify (SDS13783 §3.5.3.4, §3.5.3.5). */
public sealed interface S0NetworkKey extends Command {

    /** Bytes of a network key. */
    int LENGTH = 16;

    /**
     * Network Key Set (0x06).
     *
     * @param key 16 bytes
     */
    record Set(Secret key) implements S0NetworkKey, Request<Verify> {
        public static final CommandType<Set> TYPE =
                CommandType.sensitive(Set.class, CommandClass.SECURITY_0, 0x06, Set::decode);

        public Set {
            Range.length("network key", key, LENGTH, LENGTH);
        }

        static Set decode(ByteReader in) throws DecodeException {
            return new Set(SecretBytes.read(in, LENGTH));
        }

        @Override
        public void encodeFields(ByteWriter out) {
            SecretBytes.write(out, key);
        }

        @Override
        public CommandType<Set> type() {
            return TYPE;
        }

        @Override
        public CommandType<Verify> answerType() {
            return Verify.TYPE;
        }
    }

    /** Network Key Verify (0x07). */
    record Verify() implements S0NetworkKey {
        public static final CommandType<Verify> TYPE =
                CommandType.of(Verify.class, CommandClass.SECURITY_0, 0x07, in -> new Verify());

        @Override
        public CommandType<Verify> type() {
            return TYPE;
        }
    }
}
