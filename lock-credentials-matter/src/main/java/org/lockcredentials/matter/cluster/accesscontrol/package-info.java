/**
 * The Access Control cluster (Matter Core Specification, 9.10): who may do what.
 * Who should is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.accesscontrol;
