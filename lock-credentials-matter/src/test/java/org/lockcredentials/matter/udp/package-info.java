/**
 * Tests of the layer that moves datagrams, and a network for those above it that is as bad as they want.
 * No socket is opened outside the loopback.
 */
package org.lockcredentials.matter.udp;
