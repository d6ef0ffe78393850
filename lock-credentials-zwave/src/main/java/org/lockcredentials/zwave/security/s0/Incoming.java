package org.lockcredentials.zwave.security.s0;

import java.util.Optional;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.security0.S0Nonce;

/** What came of a command of Security 0 that was received. */
public sealed interface Incoming {

    /**
     * A command of the peer, authentic and fresh.
     *
     * @param reply to be sent, if the peer announced another message
     */
    record Opened(Secret command, Optional<S0Nonce.Report> reply) implements Incoming {}

    /** The first half of a command; the report is to be sent. */
    record HalfOpened(S0Nonce.Report reply) implements Incoming {}

    /** The peer asked for a nonce; the report is to be sent. */
    record NonceAsked(S0Nonce.Report reply) implements Incoming {}

    /** The peer's nonce has come, and with it this can be sent. */
    record NonceReceived(Outgoing.Encapsulated next) implements Incoming {}

    /** The peer's nonce has come, and nothing waits; a command that is begun soon uses it. */
    record NonceKept() implements Incoming {}

    /** Nothing to be done and nothing to be answered. */
    record Ignored(Reason reason) implements Incoming {}

    /** Why something is ignored. */
    enum Reason {
        /** A nonce that was not asked for. */
        UNSOLICITED,
        /** A message under a nonce that was not issued, is used up or too old. */
        UNKNOWN_NONCE,
        /** A message that is not authentic. */
        FORGED,
        /** The second half of a command whose first half is not known. */
        SEQUENCE,
        /** Authentic, but without a command. */
        MALFORMED
    }
}
