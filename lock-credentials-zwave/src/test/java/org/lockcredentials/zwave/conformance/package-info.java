/**
 * The list that every backend passes, on zwave-js's locks, over TCP and over a serial device.
 * What is Z-Wave's own about them is checked elsewhere.
 */
package org.lockcredentials.zwave.conformance;
