/**
 * The Door Lock cluster (Matter Application Clusters, 5.2): its attributes, commands and events.
 * What a user or a credential means to the SDK's host is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster.doorlock;
