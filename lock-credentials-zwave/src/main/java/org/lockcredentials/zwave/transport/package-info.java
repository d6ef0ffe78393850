/**
 * The way of a command to a node and of its answer back: encapsulation layers, exchanges, nodes that sleep (SDS13783 §2.3.5).
 * What a command means to a lock is not known here, nor how the stick is spoken to.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.transport;
