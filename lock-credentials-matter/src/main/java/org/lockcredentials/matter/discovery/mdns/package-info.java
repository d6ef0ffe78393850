/**
 * Multicast DNS from the side of one who asks: the sockets, the cache and when a question is asked again (RFC 6762).
 * Does not know which services there are.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.discovery.mdns;
