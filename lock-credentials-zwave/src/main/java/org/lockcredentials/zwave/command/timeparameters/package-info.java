/**
 * Time Parameters: the date and time of a node's clock in UTC (SDS13782 §4.39).
 * Where the time comes from is the host's matter.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.timeparameters;
