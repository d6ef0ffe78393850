/**
 * The Administrator Commissioning cluster (Matter Core Specification, 11.19): lets another administrator in.
 * Which codes that one needs is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.administratorcommissioning;
