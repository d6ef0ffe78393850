package org.lockcredentials.matter.session;

/**
 * A message as it goes onto the network, as often as it must.
 *
 * @param counter the number by which the other end acknowledges it
 */
public record Sealed(long counter, byte[] datagram) {}
