package org.lockcredentials.matter.discovery.mdns;

/** Where messages of multicast DNS leave for all interfaces, and come in. */
public interface MulticastPort extends AutoCloseable {

    /** Starts to listen; a network without multicast is heard nothing of, and no failure. */
    void open(Listener listener);

    /** Whether an answer that is sent to this host alone is sure to come in here; false if another process has the same port. */
    boolean takesUnicast();

    /** Sends a message out of every interface that there is now; where it cannot be sent, it is lost. */
    void send(byte[] message);

    /** Ends listening in bounded time; doing so again changes nothing. */
    @Override
    void close();

    /** Hears messages on a thread of the port, which it does not keep. */
    @FunctionalInterface
    interface Listener {

        /**
         * @param message no more bytes than a packet has; the listener may keep it
         * @param link index of the interface it came in by, 0 if that is not known
         */
        void heard(byte[] message, int link);
    }
}
