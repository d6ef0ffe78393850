package org.lockcredentials.examples.lockctl;

import java.util.List;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.Option;

/** Schedules as they are given on a command line; none means always. */
final class ScheduleOptions {

    @Option(
            names = "--schedule",
            paramLabel = "SCHEDULE",
            converter = ScheduleText.class,
            description = {
                "When it works; may be given several times:",
                "  weekday:mon-fri,08:00-17:00",
                "  daily:mon,tue@22:00+PT8H",
                "  yearday:2026-12-01T15:00/2026-12-05T11:00",
                "  holiday:2026-12-24T00:00/2026-12-27T00:00",
                "  expiring:PT2H after the first use",
                "Days and dates take a zone at the end: ,Europe/Zurich; without it this machine's zone is meant."
            })
    private List<Schedule> schedules = List.of();

    List<Schedule> get() {
        return List.copyOf(schedules);
    }
}
