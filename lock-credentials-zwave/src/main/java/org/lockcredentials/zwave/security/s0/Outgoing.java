package org.lockcredentials.zwave.security.s0;

import org.lockcredentials.zwave.command.security0.S0Message;
import org.lockcredentials.zwave.command.security0.S0Nonce;

/** What is to be sent so that a command gets to the peer. */
public sealed interface Outgoing {

    /**
     * The command or a part of it, encrypted.
     *
     * @param complete false if the rest follows when the peer's next nonce has come
     */
    record Encapsulated(S0Message message, boolean complete) implements Outgoing {}

    /** A question for a nonce; the command follows when it has come. */
    record NonceNeeded(S0Nonce.Get request) implements Outgoing {}

    /** Nothing yet: a nonce was asked for a moment ago. */
    record NonceAwaited() implements Outgoing {}

    /**
     * Nothing: not even two frames hold the command.
     *
     * @param maximum bytes that would fit
     */
    record TooLong(int maximum) implements Outgoing {}
}
