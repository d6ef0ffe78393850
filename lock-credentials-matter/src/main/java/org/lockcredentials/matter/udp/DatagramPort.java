package org.lockcredentials.matter.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;

/** One local UDP port. Safe for use by several threads. */
public interface DatagramPort {

    /** Octets of the longest datagram that Matter knows: the MTU of IPv6, section 4.4.4. */
    int LARGEST = 1280;

    /** Hears of the port, on a thread of the port's own that must not be held up. */
    interface Listener {

        /**
         * A datagram arrived.
         *
         * @param datagram belongs to the listener; one that was longer than {@link #LARGEST} is cut off one octet above
         * @param from with its scope id, if the address is link-local
         */
        void received(byte[] datagram, InetSocketAddress from);

        /** The port receives nothing any more, though nobody closed it; it may be opened again. */
        void failed(IOException reason);
    }

    /**
     * Binds the port and begins to listen; called once, and again after each failure.
     *
     * <p>Opened again, it has its number of before, if that can be had and was not fixed anyway.
     *
     * @throws IOException if the port cannot be had
     * @throws IllegalStateException if it is open, or closed for good
     */
    void open(Listener listener) throws IOException;

    /** The number of the port, once it was opened. */
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
