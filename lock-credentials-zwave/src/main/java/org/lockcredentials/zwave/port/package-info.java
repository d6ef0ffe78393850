/**
 * The way to the stick: bytes out, bytes in, and word when the stick is gone.
 * Nothing here knows a frame; a host that reaches its stick in another way implements {@link org.lockcredentials.zwave.port.ZWavePort}.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.port;
