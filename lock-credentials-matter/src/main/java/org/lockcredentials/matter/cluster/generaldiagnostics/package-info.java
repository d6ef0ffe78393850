/**
 * The General Diagnostics cluster (Matter Core Specification, 11.12), as far as it tells that a node started anew.
 * Interfaces and faults are not read.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.generaldiagnostics;
