package org.lockcredentials.zwave.serialapi.function;

/** How a transmission ended: the txStatus in a callback of Send Data (INS13954 §4.3.3.1). */
public enum TransmitStatus {
    /** The node acknowledged the frame. */
    OK,
    /** The node did not acknowledge the frame: it cannot be reached, sleeps, or its acknowledgement got lost. */
    NO_ACK,
    /** The frame was not sent, as the network is busy. */
    FAIL,
    /** The frame was not sent, as the module is busy with another function. */
    NOT_IDLE,
    /** The frame was not sent, as there is no route. */
    NO_ROUTE,
    /** A value that is not specified. */
    UNKNOWN;

    static TransmitStatus of(int code) {
        return code < UNKNOWN.ordinal() ? values()[code] : UNKNOWN;
    }
}
