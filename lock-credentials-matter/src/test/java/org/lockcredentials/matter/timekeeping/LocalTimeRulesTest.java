package org.lockcredentials.matter.timekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.matter.cluster.timesynchronization.TimeZoneOffset;

class LocalTimeRulesTest {

    private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SPRING = Instant.parse("2026-03-29T01:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2026-10-25T01:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aZoneIsItsOffsetWithoutDaylightSaving() {
        TimeZoneOffset expected = new TimeZoneOffset(HOUR, EVER, Optional.of("Europe/Berlin"));
        assertEquals(expected, LocalTimeRules.zone(BERLIN, WINTER));
        assertEquals(expected, LocalTimeRules.zone(BERLIN, SPRING));
    }

    @Test
    void daylightSavingFollowsTheClocksAsFarAsTheNodeHasRoom() {
        DstOffset winter = new DstOffset(Duration.ZERO, EVER, Optional.of(SPRING));
        DstOffset summer = new DstOffset(HOUR, SPRING, Optional.of(AUTUMN));
        assertEquals(List.of(winter), LocalTimeRules.dst(BERLIN, WINTER, 1));
        assertEquals(List.of(winter, summer), LocalTimeRules.dst(BERLIN, WINTER, 2));
        assertEquals(List.of(new DstOffset(HOUR, EVER, Optional.of(AUTUMN))), LocalTimeRules.dst(BERLIN, SPRING, 1));
    }

    @Test
    void aZoneThatNeverChangesItsClocksHasOneSpanWithoutEnd() {
        assertEquals(
                List.of(new DstOffset(Duration.ZERO, EVER, Optional.empty())),
                LocalTimeRules.dst(ZoneId.of("UTC"), WINTER, 4));
    }
}
