package org.lockcredentials.matter.lock;

import java.time.ZoneId;

/**
 * Where a lock hangs, and what is remembered of it.
 *
 * @param zone whose local time its clock shows
 */
public record LockSite(ZoneId zone, LockNotes notes) {}
