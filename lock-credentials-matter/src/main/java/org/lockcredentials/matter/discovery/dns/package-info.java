/**
 * DNS messages as mDNS and service discovery use them, each record with encode and decode beside each other.
 * Knows no socket, no cache and no service of Matter.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.discovery.dns;
