package org.lockcredentials.zwave.port;

import java.io.IOException;

/** Blocking bytes to and from one device, before threads are put to them. */
interface Channel {

    /** Opens the device, within a bounded time. */
    void open() throws PortException;

    /** Blocks for at least one byte; returns how many were read, or less than zero if the device is gone. */
    int read(byte[] into) throws IOException;

    /** Writes all of the bytes, or throws. */
    void write(byte[] bytes) throws IOException;

    /** Releases the device from whatever state, and ends a read or write that is blocked. */
    void close();
}
