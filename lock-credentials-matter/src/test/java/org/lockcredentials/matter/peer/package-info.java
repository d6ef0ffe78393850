/**
 * Starts and steers what others wrote, as peers of the integration tests: a lock, another controller, a bad network between.
 * Nothing of the SDK itself is used here, so that a peer never agrees with the SDK by construction.
 */
package org.lockcredentials.matter.peer;
