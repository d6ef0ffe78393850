package org.lockcredentials.zwave.security.s2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.lockcredentials.zwave.command.Octets;
import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.crypto.Ccm;
import org.lockcredentials.zwave.security.Link;

/** The ways to read a message: with nonces to come, with one of those just sent, or with a SPAN that it begins. */
final class Decryption {

    /** How far ahead the peer may be (SDS13783 §3.6.5.1, step 4a). */
    private static final int ITERATIONS = 5;

    private final Link link;
    private final SentNonces sent;

    /**
     * What was read.
     *
     * @param span with which
     * @param crossed whether with a nonce that this host used at the same time
     */
    record Read(byte[] plaintext, Span span, boolean crossed) {}

    Decryption(Link link, SentNonces sent) {
        this.link = link;
        this.sent = sent;
    }

    /** Reads with the current SPAN, which has moved on afterwards. */
    Optional<Read> withCurrent(Span span, S2Message message) {
        byte[] associated = associated(message);
        Deque<byte[]> both = sent.recent();
        for (Iterator<byte[]> nonces = both.iterator(); nonces.hasNext(); ) {
            byte[] nonce = nonces.next();
            Optional<byte[]> plaintext = decrypt(span.key(), nonce, associated, message);
            if (plaintext.isPresent()) {
                sent.forgetUpTo(nonce);
                return plaintext.map(each -> new Read(each, span, true));
            }
        }
        for (int i = 0; i < ITERATIONS; i++) {
            Optional<byte[]> plaintext = decrypt(span.key(), span.next(), associated, message);
            if (plaintext.isPresent()) {
                sent.clear();
                return plaintext.map(each -> new Read(each, span, false));
            }
        }
        return Optional.empty();
    }

    /** Reads with the SPAN that follows from the sender's entropy and one of those issued, under one of the keys. */
    Optional<Read> withNew(Octets senderEntropy, ArrayDeque<Octets> issued, List<S2Key> keys, S2Message message) {
        byte[] associated = associated(message);
        for (S2Key key : keys) {
            for (Octets receiverEntropy : issued) {
                Span span = Span.of(key, senderEntropy, receiverEntropy);
                Optional<byte[]> plaintext = decrypt(key, span.next(), associated, message);
                if (plaintext.isPresent()) {
                    sent.clear();
                    return plaintext.map(each -> new Read(each, span, false));
                }
                span.close();
            }
        }
        return Optional.empty();
    }

    private byte[] associated(S2Message message) {
        return AssociatedData.of(link.homeId(), link.peerNodeId(), link.ownNodeId(), message);
    }

    private static Optional<byte[]> decrypt(S2Key key, byte[] nonce, byte[] associated, S2Message message) {
        return Ccm.decrypt(
                key.keys().ccm(), nonce, associated, message.ciphertext().toBytes());
    }
}
