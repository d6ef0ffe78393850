package org.lockcredentials.matter.message;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.matter.crypto.Ccm;

/** Encryption of one direction of a secure session, section 4.8. */
public final class MessageCipher {

    private final Secret key;
    private final long sender;

    /**
     * The cipher of what {@code sender} encrypts.
     *
     * @param key 16 bytes, which stay the caller's to wipe
     * @param sender the node id that is part of the nonce, 0 in a PASE session
     */
    public MessageCipher(Secret key, long sender) {
        this.key = key;
        this.sender = sender;
    }

    /** The datagram that carries {@code message}; the plaintext is wiped. */
    public byte[] seal(MessageHeader header, Message message) {
        byte[] plaintext = message.encode();
        byte[] front = header.encode();
        byte[] body = Ccm.encrypt(key, nonce(header), front, plaintext);
        Arrays.fill(plaintext, (byte) 0);
        return ByteBuffer.allocate(front.length + body.length)
                .put(front)
                .put(body)
                .array();
    }

    /**
     * What the sender encrypted, or empty if it was not the sender.
     *
     * @param front the bytes of the header, extensions included
     * @param body what follows
     */
    public Optional<byte[]> open(MessageHeader header, byte[] front, byte[] body) {
        return Ccm.decrypt(key, nonce(header), front, body);
    }

    private byte[] nonce(MessageHeader header) {
        return ByteBuffer.allocate(Ccm.NONCE)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) header.securityFlags())
                .putInt((int) header.counter())
                .putLong(sender)
                .array();
    }
}
