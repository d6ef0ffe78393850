/**
 * Exchanges, and the Message Reliability Protocol that delivers what is said in them (Core specification sections 4.10 and 4.12).
 * What the messages say is not known here, but for the acknowledgement.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.exchange;
