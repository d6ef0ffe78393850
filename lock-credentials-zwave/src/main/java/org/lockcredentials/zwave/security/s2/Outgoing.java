package org.lockcredentials.zwave.security.s2;

import org.lockcredentials.zwave.command.security2.S2Message;
import org.lockcredentials.zwave.command.security2.S2Nonce;

/** What is to be sent so that a command gets to the peer. */
public sealed interface Outgoing {

    /** The command, encrypted; its nonce is used up whether it is sent or not. */
    record Encapsulated(S2Message message) implements Outgoing {}

    /** First a question for the peer's entropy; encapsulate the command again once it has come. */
    record NonceNeeded(S2Nonce.Get request) implements Outgoing {}
}
