/**
 * What clusters are made of: attributes, commands and events as rows of a table, each with its codec; one package below for each cluster.
 * How they get to a node is not known here, and nothing of what the SDK's host sees.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.cluster;
