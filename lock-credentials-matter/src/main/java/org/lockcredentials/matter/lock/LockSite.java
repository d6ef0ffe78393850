package org.lockcredentials.matter.lock;

import java.time.ZoneId;
import org.lockcredentials.spi.Scheduler;

/**
 * Where a lock hangs, and what is remembered of it.
 *
 * @param zone whose local time its clock shows
 * @param scheduler ends what is remembered for a time only
 */
public record LockSite(ZoneId zone, LockNotes notes, Scheduler scheduler) {}
