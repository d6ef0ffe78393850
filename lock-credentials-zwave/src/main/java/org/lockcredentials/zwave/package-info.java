/**
 * A Z-Wave host over a serial stick and the door locks of its network.
 * Holds what a host configures and opens; the protocol itself lives in the packages below.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave;
