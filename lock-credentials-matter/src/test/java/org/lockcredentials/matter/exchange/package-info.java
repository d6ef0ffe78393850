/**
 * Tests of exchanges between two ends on virtual time, over good and bad networks.
 * Sessions are there from the start.
 */
package org.lockcredentials.matter.exchange;
