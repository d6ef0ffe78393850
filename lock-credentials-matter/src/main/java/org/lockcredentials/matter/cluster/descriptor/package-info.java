/**
 * The Descriptor cluster (Matter Core Specification, 9.5): what an endpoint is and which clusters it has.
 * Says nothing of what those do.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.descriptor;
