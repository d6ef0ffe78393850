/**
 * The Time Synchronization cluster (Matter Core Specification, 11.17): the node's clock, its time zone and daylight saving.
 * Where the time comes from is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.timesynchronization;
