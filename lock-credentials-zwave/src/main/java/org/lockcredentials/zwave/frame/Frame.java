package org.lockcredentials.zwave.frame;

/** What goes over the line between host and Z-Wave module (INS12350 §5). */
public sealed interface Frame permits ControlFrame, DataFrame {

    /** Start Of Frame (INS12350 §5.4.1). */
    int SOF = 0x01;

    /** The bytes on the line. */
    byte[] encode();
}
