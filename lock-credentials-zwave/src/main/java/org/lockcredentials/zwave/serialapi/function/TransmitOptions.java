package org.lockcredentials.zwave.serialapi.function;

/** The txOptions of Send Data (INS13954 §4.3.3.1). */
public record TransmitOptions(boolean ack, boolean lowPower, boolean autoRoute, boolean noRoute, boolean explore) {

    /** With acknowledgement, any route, and a search for a new one: right for all that a lock is sent. */
    public static final TransmitOptions DEFAULT = new TransmitOptions(true, false, true, false, true);

    static TransmitOptions decode(int flags) {
        return new TransmitOptions(
                (flags & 0x01) != 0,
                (flags & 0x02) != 0,
                (flags & 0x04) != 0,
                (flags & 0x10) != 0,
                (flags & 0x20) != 0);
    }

    int encode() {
        return (ack ? 0x01 : 0)
                | (lowPower ? 0x02 : 0)
                | (autoRoute ? 0x04 : 0)
                | (noRoute ? 0x10 : 0)
                | (explore ? 0x20 : 0);
    }
}
