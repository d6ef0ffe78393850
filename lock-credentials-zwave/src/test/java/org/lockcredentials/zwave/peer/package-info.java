/**
 * Starts and steers what others wrote, as peers of the integration tests: sticks, locks, hosts, pseudo-terminals.
 * Nothing of the SDK itself is used here, so that a peer never agrees with the SDK by construction.
 */
package org.lockcredentials.zwave.peer;
