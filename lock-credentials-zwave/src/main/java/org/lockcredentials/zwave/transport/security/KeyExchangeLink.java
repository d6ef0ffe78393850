package org.lockcredentials.zwave.transport.security;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.lockcredentials.zwave.command.Command;
import org.lockcredentials.zwave.crypto.S0Keys;
import org.lockcredentials.zwave.security.Protection;
import org.lockcredentials.zwave.security.s2.S2Key;
import org.lockcredentials.zwave.transport.Delivery;

/** The way to a node while it is given its keys. Used by tasks of the network's actor only. */
public interface KeyExchangeLink extends AutoCloseable {

    /** Hears the node, as tasks of the network's actor. */
    interface Listener {

        /** A command that is about keys came. */
        void heard(Command command, Protection protection);

        /**
         * A message could not be read.
         *
         * @param begun as {@link org.lockcredentials.zwave.security.s2.Incoming.OutOfSync#begun()} says
         */
        void unreadable(boolean begun);
    }

    /** Keys of Security 2 from now on; a message that came while there was none is read with them. */
    void useKeys(List<S2Key> keys);

    /** Keys of Security 0 from now on; messages under them come with that protection. */
    void useKeys(S0Keys keys, Protection protection);

    /**
     * Sends a command; completes as {@link org.lockcredentials.zwave.transport.Layer#send} does.
     *
     * @param sealed told as soon as all of it is encrypted, before it is sent
     */
    CompletableFuture<Delivery> send(Command command, Protection protection, Runnable sealed);

    /** The exchange is over: nothing of the node is answered any more until it is described. */
    @Override
    void close();
}
