/**
 * The Network Commissioning cluster (Matter Core Specification, 11.9), as far as it tells how a node is connected.
 * A node that still needs a network is not given one here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.networkcommissioning;
