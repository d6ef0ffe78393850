package org.lockcredentials.zwave.command.security0;

import org.lockcredentials.internal.bytes.ByteReader;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.internal.bytes.DecodeException;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.command.CommandClass;
import org.lockcredentials.zwave.command.CommandType;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.Range;

/**
 * Security 0 CC v1, Message Encapsulation (0x81) and Message Encapsulation Nonce Get (0xC1), SDS13783 §3.5.2.3.
 *
 * <p>The byte that tells of sequencing is the first of the ciphertext.
 */
public sealed interface S0Message extends Command {

    /** Bytes that encapsulation adds to a command, the byte of sequencing included. */
    int OVERHEAD = 20;

    /** Bytes of the code that authenticates. */
    int MAC = 8;

    /** The sender's nonce, 8 bytes. */
    Octets senderNonce();

    /** At least the byte of sequencing. */
    Octets ciphertext();

    /** Which of the receiver's nonces was used, 0 to 255. */
    int receiverNonceId();

    /** 8 bytes. */
    Octets mac();

    /** A message after which no other is announced. */
    record Last(Octets senderNonce, Octets ciphertext, int receiverNonceId, Octets mac) implements S0Message {
        public static final CommandType<Last> TYPE =
                CommandType.of(Last.class, CommandClass.SECURITY_0, 0x81, in -> (Last) S0Message.decode(in, Last::new));

        public Last {
            S0Message.check(senderNonce, ciphertext, receiverNonceId, mac);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            S0Message.encode(out, this);
        }

        @Override
        public CommandType<Last> type() {
            return TYPE;
        }
    }

    /** A message that asks for a nonce for another one to follow. */
    record NonceGet(Octets senderNonce, Octets ciphertext, int receiverNonceId, Octets mac) implements S0Message {
        public static final CommandType<NonceGet> TYPE = CommandType.of(
                NonceGet.class, CommandClass.SECURITY_0, 0xC1, in -> (NonceGet) S0Message.decode(in, NonceGet::new));

        public NonceGet {
            S0Message.check(senderNonce, ciphertext, receiverNonceId, mac);
        }

        @Override
        public void encodeFields(ByteWriter out) {
            S0Message.encode(out, this);
        }

        @Override
        public CommandType<NonceGet> type() {
            return TYPE;
        }
    }

    /** One of the two, from its fields. */
    @FunctionalInterface
    interface Form {
        S0Message of(Octets senderNonce, Octets ciphertext, int receiverNonceId, Octets mac);
    }

    private static S0Message decode(ByteReader in, Form form) throws DecodeException {
        Octets senderNonce = Octets.read(in, S0Nonce.LENGTH);
        Octets ciphertext = Octets.read(in, in.remaining() - 1 - MAC);
        return form.of(senderNonce, ciphertext, in.u8(), Octets.read(in, MAC));
    }

    private static void encode(ByteWriter out, S0Message message) {
        message.senderNonce().write(out);
        message.ciphertext().write(out);
        out.u8(message.receiverNonceId());
        message.mac().write(out);
    }

    private static void check(Octets senderNonce, Octets ciphertext, int receiverNonceId, Octets mac) {
        Range.check("length of nonce", senderNonce.length(), S0Nonce.LENGTH, S0Nonce.LENGTH);
        Range.check("length of ciphertext", ciphertext.length(), 1, 255);
        Range.u8("nonce identifier", receiverNonceId);
        Range.check("length of authentication code", mac.length(), MAC, MAC);
    }
}
