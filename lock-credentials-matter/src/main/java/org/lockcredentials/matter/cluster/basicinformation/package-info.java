/**
 * The Basic Information cluster (Matter Core Specification, 11.1): who made a node, and when it starts and stops.
 * Says nothing of what the node does.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.basicinformation;
