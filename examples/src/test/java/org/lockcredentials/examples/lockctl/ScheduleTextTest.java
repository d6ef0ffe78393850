package org.lockcredentials.examples.lockctl;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.schedule.Schedule;
import picocli.CommandLine.TypeConversionException;

class ScheduleTextTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @Test
    void weekDaysRunOverTheWeekend() {
        assertEquals(
                new Schedule.WeekDay(
                        Set.of(FRIDAY, SATURDAY, SUNDAY, MONDAY), LocalTime.of(8, 0), LocalTime.of(17, 30), ZURICH),
                ScheduleText.parse("weekday:fri-mon,08:00-17:30,Europe/Zurich"));
    }

    @Test
    void withoutAZoneItIsThisMachines() {
        assertEquals(
                new Schedule.YearDay(
                        LocalDateTime.of(2026, 12, 1, 15, 0),
                        LocalDateTime.of(2026, 12, 5, 11, 0),
                        ZoneId.systemDefault()),
                ScheduleText.parse("yearday:2026-12-01T15:00/2026-12-05T11:00"));
    }

    @Test
    void dailyHasDaysAndADuration() {
        assertEquals(
                new Schedule.DailyRepeating(Set.of(MONDAY, TUESDAY), LocalTime.of(22, 0), Duration.ofHours(8), ZURICH),
                ScheduleText.parse("daily:mon,tue@22:00+PT8H,Europe/Zurich"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weekday:mon,wed,sun,08:00-17:00,Europe/Zurich",
                "yearday:2026-12-01T15:00/2026-12-05T11:00,UTC",
                "daily:sat@22:00+PT8H,America/New_York",
                "holiday:2026-12-24T00:00/2026-12-27T00:00,Z",
                "expiring:PT2H"
            })
    void whatIsShownIsWhatIsRead(String words) {
        assertEquals(words, ScheduleText.format(ScheduleText.parse(words)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mon-fri",
                "weekday:",
                "weekday:08:00-17:00",
                "weekday:mon-,08:00-17:00",
                "weekday:someday,08:00-17:00",
                "weekday:mon,17:00-08:00",
                "weekday:mon,08:00",
                "weekday:mon,08:00-17:00,Nowhere/Land",
                "yearday:2026-12-05T11:00/2026-12-01T15:00",
                "yearday:2026-12-05",
                "daily:mon@22:00",
                "daily:@22:00+PT8H",
                "daily:mon@22:00+PT25H",
                "expiring:2h"
            })
    void whatIsNoScheduleIsRefused(String words) {
        assertThrows(TypeConversionException.class, () -> ScheduleText.parse(words));
    }
}
