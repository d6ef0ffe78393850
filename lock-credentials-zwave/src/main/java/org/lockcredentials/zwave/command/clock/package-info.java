/**
 * Clock: weekday and time of a simple clock (SDS13781 §4.26).
 * Where the time comes from is the host's matter.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.clock;
