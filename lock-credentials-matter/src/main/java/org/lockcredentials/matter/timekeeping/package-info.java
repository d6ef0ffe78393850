/**
 * Keeps the clock, the time zone and daylight saving of nodes right, in which their schedules are (Matter Core Specification, 11.17).
 * What the time is for is not known here.
 */
@org.jspecify.annotations.NullMarked
package org.lockcredentials.matter.timekeeping;
