/**
 * Time: local time and date, and the offset of the time zone (SDS13782 §4.37 and §4.38).
 * Where the time comes from is the host's matter.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.zwave.command.time;
