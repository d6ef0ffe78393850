/**
 * Datagrams to and from the IP network, over IPv6 and IPv4 at once.
 * What is in a datagram is not known here, nor whether one that was sent arrives.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.udp;
