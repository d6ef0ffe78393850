/**
 * The General Commissioning cluster (Matter Core Specification, 11.10): the fail-safe, the place, and the end of commissioning.
 * In which order these are used is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.generalcommissioning;
