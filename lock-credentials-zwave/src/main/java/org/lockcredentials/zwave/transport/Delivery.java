package org.lockcredentials.zwave.transport;

/** What is known of a command that a node has got. */
public enum Delivery {
    /** The node has it; nobody asked how it ends. */
    RECEIVED,
    /** The node reported success. */
    DONE,
    /** The node reported that it understood and did not do it. */
    REFUSED,
    /** The node has it, was asked how it ends and kept silent. */
    SILENT
}
