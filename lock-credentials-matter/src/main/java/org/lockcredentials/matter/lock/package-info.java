/**
 * The driver of the locks of a fabric: the model of the SDK in the words of the DoorLock cluster, and what the cluster tells in the words of the model.
 * How a command gets to a node is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.lock;
