/**
 * A session with the Z-Wave module: who it is, one function at a time, callbacks to their calls, recovery when it fails.
 * What the commands to and from nodes mean is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.serialapi;
