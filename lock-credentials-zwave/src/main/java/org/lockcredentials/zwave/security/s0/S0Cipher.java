package org.lockcredentials.zwave.security.s0;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.internal.bytes.ByteWriter;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.crypto.Aes;
import org.lockcredentials.zwave.crypto.S0Keys;

/** Encryption and authentication of one message (SDS10865 §5.2, §5.4). */
final class S0Cipher {

    private final S0Keys keys;

    S0Cipher(S0Keys keys) {
        this.keys = keys;
    }

    S0Message encrypt(
            S0Message.Form form, int header, int sender, int receiver, Octets own, Octets theirs, byte[] plaintext) {
        byte[] iv = iv(own, theirs);
        Octets ciphertext = Octets.of(Aes.outputFeedback(keys.encryption(), iv, plaintext));
        Octets mac = Octets.of(mac(header, sender, receiver, iv, ciphertext));
        return form.of(own, ciphertext, theirs.at(0), mac);
    }

    /** The plaintext, or empty if the message is not authentic. */
    Optional<byte[]> decrypt(S0Message message, int sender, int receiver, Octets receiverNonce) {
        byte[] iv = iv(message.senderNonce(), receiverNonce);
        byte[] mac = mac(message.type().command(), sender, receiver, iv, message.ciphertext());
        if (!MessageDigest.isEqual(mac, message.mac().toBytes())) {
            return Optional.empty();
        }
        return Optional.of(
                Aes.outputFeedback(keys.encryption(), iv, message.ciphertext().toBytes()));
    }

    private byte[] mac(int header, int sender, int receiver, byte[] iv, Octets ciphertext) {
        ByteWriter data =
                new ByteWriter().bytes(iv).u8(header).u8(sender).u8(receiver).u8(ciphertext.length());
        ciphertext.write(data);
        return Aes.cbcMac(keys.authentication(), data.takeBytes());
    }

    private static byte[] iv(Octets senderNonce, Octets receiverNonce) {
        byte[] iv = Arrays.copyOf(senderNonce.toBytes(), Aes.BLOCK);
        System.arraycopy(receiverNonce.toBytes(), 0, iv, senderNonce.length(), receiverNonce.length());
        return iv;
    }
}
