/**
 * Runs the key exchanges of {@code security.bootstrap} with nodes that have just joined: over the layers, with timers, and with a user who answers.
 * What is said in an exchange is decided there, not here; nor is it known how a node joins.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.transport.keyexchange;
