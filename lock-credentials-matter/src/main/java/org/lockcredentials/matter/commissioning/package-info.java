/**
 * Takes a device that is on the network already into our fabric, lets another administrator in, and takes a node out again (Matter Core Specification, 5.5).
 * What a commissioned node does is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.commissioning;
