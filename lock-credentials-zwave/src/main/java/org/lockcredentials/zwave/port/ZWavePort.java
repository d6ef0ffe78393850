package org.lockcredentials.zwave.port;

import java.util.concurrent.CompletableFuture;

/**
 * A way to a Z-Wave stick, which can be opened again after it was lost.
 *
 * <p>A host that reaches its stick otherwise than by a serial device or TCP implements this. What it must keep: no method
 * blocks, bytes are delivered in order, and a listener is never called by two threads at once.
 */
public interface ZWavePort {

    /** What the port is called in messages, such as {@code /dev/ttyACM0} or {@code tcp://bridge:4000}. */
    String name();

    /**
     * Starts to open the port; it is opened at most once at a time.
     *
     * <p>The future completes
     *
     * <ul>
     *   <li>with the connection, before the listener hears its first byte;
     *   <li>with a {@link PortException} that says why the port does not open.
     * </ul>
     *
     * Cancelling the future calls the opening off, and what it held is released.
     */
    CompletableFuture<Connection> open(Listener listener);

    /** An open port. */
    interface Connection {

        /**
         * Hands bytes over for writing, in order, and returns at once; bytes handed over after the port was lost or closed
         * are dropped.
         *
         * @param bytes belong to the connection from now on, which wipes them when they are written
         */
        void write(byte[] bytes);

        /**
         * Stops reading and writing; doing so again changes nothing.
         *
         * <p>The future completes without a value, and never exceptionally, once the device or socket is released and
         * no thread of the connection is left.
         */
        CompletableFuture<Void> close();
    }

    /** Hears what comes from the stick, on a thread of the port's, and must return at once. */
    interface Listener {

        /**
         * Some bytes arrived, at least one; how they are split says nothing.
         *
         * @param bytes belong to the listener
         */
        void bytesReceived(byte[] bytes);

        /** The stick is gone; told once, never after {@link Connection#close()}, and the connection must still be closed. */
        void lost(PortException reason);
    }
}
