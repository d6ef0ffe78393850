package org.lockcredentials.matter.lock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.lockcredentials.LockCredentialException;
import org.lockcredentials.Reason;
import org.lockcredentials.matter.cluster.MatterEpoch;
import org.lockcredentials.schedule.Schedule;

/** Schedules on the clock of a lock, which keeps the local time of one zone. */
record LocalSchedules(ZoneId zone) {

    /** @throws LockCredentialException INVALID if the lock's clock cannot express it; UNSUPPORTED for a kind that no Matter lock has */
    Schedule of(Schedule schedule) {
        if (schedule instanceof Schedule.WeekDay days) {
            return weekly(days);
        }
        if (schedule instanceof Schedule.YearDay dates) {
            return new Schedule.YearDay(local(dates.start(), dates.zone()), local(dates.end(), dates.zone()), zone);
        }
        if (schedule instanceof Schedule.Holiday dates) {
            return new Schedule.Holiday(local(dates.start(), dates.zone()), local(dates.end(), dates.zone()), zone);
        }
        throw Failures.of(Reason.UNSUPPORTED, "a Matter lock has no schedules of kind " + schedule.kind());
    }

    /** What comes again each week would drift where two zones do not keep the same rules. */
    private Schedule weekly(Schedule.WeekDay days) {
        if (!sameClock(days.zone())) {
            throw Failures.of(
                    Reason.INVALID,
                    "a week-day schedule in " + days.zone() + " on a lock in " + zone + "; give it in the lock's zone");
        }
        return new Schedule.WeekDay(days.days(), days.start(), days.end(), zone);
    }

    private LocalDateTime local(LocalDateTime time, ZoneId from) {
        LocalDateTime local = sameClock(from) ? time : moved(time, from);
        if (!MatterEpoch.hasLocal(local)) {
            throw Failures.of(Reason.INVALID, "the lock's clock knows times from 2000 to 2136, not " + time);
        }
        return local;
    }

    private LocalDateTime moved(LocalDateTime time, ZoneId from) {
        Instant instant = time.atZone(from).toInstant();
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        if (!local.atZone(zone).toInstant().equals(instant)) {
            throw Failures.of(Reason.INVALID, time + " in " + from + " is an hour that the lock's zone has twice");
        }
        return local;
    }

    private boolean sameClock(ZoneId other) {
        return other.getRules().equals(zone.getRules());
    }
}
