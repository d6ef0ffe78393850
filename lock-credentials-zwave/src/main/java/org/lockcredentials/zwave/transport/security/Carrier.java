package org.lockcredentials.zwave.transport.security;

import java.util.concurrent.CompletableFuture;
import org.lockcredentials.Secret;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.transport.Delivery;

/** What a channel of one node needs around it: the way out to the node, and the way up to who reads. */
interface Carrier {

    /** Sends a command as it is. */
    CompletableFuture<Delivery> send(Command command);

    /** How many bytes a command may have that is sent. */
    int room();

    /** A command came; it is wiped when this returns. */
    void opened(Secret command, Protection protection);

    /**
     * A message could not be read.
     *
     * @param begun as {@link org.lockcredentials.zwave.security.s2.Incoming.OutOfSync#begun()} says
     */
    void unreadable(boolean begun);
}
