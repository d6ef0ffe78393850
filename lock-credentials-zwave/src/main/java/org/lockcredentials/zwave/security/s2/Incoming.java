package org.lockcredentials.zwave.security.s2;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.security2.S2Nonce;

/** What came of a command of Security 2 that was received. */
public sealed interface Incoming {

    /**
     * A message of the peer, authentic and new.
     *
     * @param key what it was encrypted with
     * @param crossed whether it was sent at the same time as one of this host's, which the peer will not be able to read
     * @param command the whole command; empty if the message had none
     * @param reply to be sent, if the peer has to be told that this host follows no multicast
     */
    record Opened(S2Key key, boolean crossed, Optional<Secret> command, Optional<S2Nonce.Report> reply)
            implements Incoming {}

    /** The peer asked for entropy; the report is to be sent. */
    record NonceAsked(S2Nonce.Report reply) implements Incoming {}

    /**
     * The peer's entropy has come: encapsulate again.
     *
     * @param unread whether the peer could not read what was sent last, so that this is what to encapsulate
     */
    record NonceReceived(boolean unread) implements Incoming {}

    /**
     * A message could not be read; the report is to be sent, and the peer begins anew.
     *
     * @param begun whether the message carried the sender's entropy, so that the key is wrong, if anything is
     */
    record OutOfSync(S2Nonce.Report reply, boolean begun) implements Incoming {}

    /** Nothing to be done and nothing to be answered. */
    record Ignored(Reason reason) implements Incoming {}

    /** Why something is ignored. */
    enum Reason {
        /** Received before. */
        DUPLICATE,
        /** No key is known yet; the message may be tried again when one is. */
        NO_KEY,
        /** Entropy for which nothing was sent that it could answer. */
        UNSOLICITED,
        /** About multicast groups, of which this host has none. */
        MULTICAST,
        /** Authentic, but with an extension that has to be understood and is not. */
        EXTENSION,
        /** Authentic, but without the form of a message. */
        MALFORMED
    }
}
