package org.lockcredentials.matter.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** One local UDP port. Safe for use by several threads. */
public interface DatagramPort {

    /** Hears of the port, on a thread of the port's own that must not be held up. */
    interface Listener {

        /**
         * A datagram arrived.
         *
         * @param datagram belongs to the listener
         * @param from with its scope id, if the address is link-local
         */
        void received(byte[] datagram, InetSocketAddress from);

        /** The port receives nothing any more, though nobody closed it. */
        void failed(IOException reason);
    }

    /**
     * Binds the port and begins to listen; called once.
     *
     * @throws IOException if the port cannot be had
     */
    void open(Listener listener) throws IOException;

    /** The number of the port, once it is open. */
    int localPort();

    /**
     * Sends a datagram, or drops it where the system has no room or no route for it; never blocks.
     *
     * @param datagram is not kept
     */
    void send(byte[] datagram, InetSocketAddress to);

    /** Releases the port; doing so again changes nothing. Completes without a value when no thread of the port is left, within a second. */
    CompletableFuture<Void> close();
}
