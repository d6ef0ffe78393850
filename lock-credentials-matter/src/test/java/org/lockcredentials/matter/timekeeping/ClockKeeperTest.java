package org.lockcredentials.matter.timekeeping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lockcredentials.internal.actor.Actor;
import org.lockcredentials.matter.cluster.timesynchronization.DstOffset;
import org.lockcredentials.testing.ManualScheduler;

/** Virtual time begins with 2026. */
class ClockKeeperTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant SPRING = Instant.parse("2026-03-29T01:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DST_TABLE_EMPTY = 0;
    private static final int TIME_ZONE_STATUS = 2;
    private static final int TIME_FAILURE = 3;
    private static final List<String> ALL = List.of("read", "SetUtcTime", "SetTimeZone", "SetDstOffset");

    private final ManualScheduler time = new ManualScheduler();
    private final ScriptedClock node = new ScriptedClock(time);

    private void keep(ZoneId zone) {
        node.listen(new ClockKeeper(node, zone, time, new Actor(time.executor(), time)));
        node.isSubscribedTo();
        time.advance(Duration.ofMillis(1));
    }

    private void keptRight() {
        keep(BERLIN);
        node.said();
        time.advance(DAY.plus(HOUR));
        node.said();
    }

    /** Local time is what it is in the zone, to the few seconds that a clock may be off. */
    private void isRight(ZoneId zone) {
        assertTrue(node.off.orElseThrow().abs().compareTo(Duration.ofSeconds(6)) < 0, "off by " + node.off);
        assertEquals(
                Optional.of(zone.getRules().getOffset(time.now()).getTotalSeconds()),
                node.localOffset().map(offset -> (int) offset.toSeconds()));
    }

    @Test
    void aClockThatWasNeverSetIsSet() {
        keep(BERLIN);
        assertEquals(ALL, node.said());
        isRight(BERLIN);
    }

    @Test
    void aRightClockCostsOneReadAndNoWriteEachTimeItIsMet() {
        keep(BERLIN);
        node.said();
        for (int i = 0; i < 3; i++) {
            time.advance(HOUR);
            node.isSubscribedTo();
            time.advance(HOUR);
            assertEquals(List.of("read"), node.said());
        }
    }

    @Test
    void aClockThatLostItsTimeIsSetWhenItIsMetAgainAndItsZoneIsLeftAlone() {
        keptRight();
        node.off = Optional.empty();
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read", "SetUtcTime"), node.said());
        isRight(BERLIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-7, 7, -90_000, 90_000})
    void aClockThatIsOffIsSet(int seconds) {
        keptRight();
        node.off = Optional.of(Duration.ofSeconds(seconds));
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read", "SetUtcTime"), node.said());
        isRight(BERLIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 4})
    void secondsDoNotMatter(int seconds) {
        keptRight();
        node.off = Optional.of(Duration.ofSeconds(seconds));
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read"), node.said());
    }

    @Test
    void anAnswerThatTakesLongIsNotTakenForAClockThatIsOff() {
        keptRight();
        node.read = Duration.ofSeconds(20);
        node.isSubscribedTo();
        time.advance(Duration.ofSeconds(21));
        assertEquals(List.of("read"), node.said());
    }

    @Test
    void aDriftIsNoticedWithinADayThoughTheNodeIsAlwaysThere() {
        keptRight();
        node.off = Optional.of(Duration.ofMinutes(1));
        time.advance(DAY);
        assertEquals(List.of("read", "SetUtcTime"), node.said());
        isRight(BERLIN);
    }

    @Test
    void anotherZoneThanTheNodeHasIsSet() {
        keep(ZoneId.of("Europe/Paris"));
        node.isLeft();
        time.advance(HOUR);
        node.said();
        keep(BERLIN);
        assertEquals(List.of("read", "SetTimeZone", "SetDstOffset"), node.said());
        assertEquals(Optional.of("Europe/Berlin"), node.zones.get(0).name());
    }

    @Test
    void aNodeThatKeepsNoNamesOfZonesIsRightAllTheSame() {
        node.keepsNames = false;
        keptRight();
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read"), node.said());
        isRight(BERLIN);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void localTimeIsRightThroughTheYearsWhateverRoomTheNodeHas(int room) {
        node.room = room;
        keep(BERLIN);
        node.said();
        for (int i = 0; i < 3 * 365 * 4; i++) {
            time.advance(Duration.ofHours(6));
            isRight(BERLIN);
        }
        List<String> said = node.said();
        long writes = said.stream().filter("SetDstOffset"::equals).count();
        assertTrue(writes <= 6, writes + " writes in three years");
        assertTrue(said.stream().allMatch(each -> each.equals("read") || each.equals("SetDstOffset")), said::toString);
    }

    @Test
    void theNodesLastSpanIsRenewedAMomentAfterItIsOver() {
        node.room = 1;
        keep(BERLIN);
        time.advance(Duration.between(time.now(), SPRING));
        node.said();
        time.advance(Duration.ofSeconds(2));
        assertEquals(List.of("read", "SetDstOffset"), node.said());
        isRight(BERLIN);
    }

    @Test
    void aNodeThatSaysThatItsTableIsEmptyGetsAnother() {
        keptRight();
        node.savings = List.of();
        node.tells(DST_TABLE_EMPTY);
        time.settle();
        assertEquals(List.of("read", "SetDstOffset"), node.said());
        isRight(BERLIN);
    }

    @Test
    void aNodeWithoutATimeSourceIsToldTheTime() {
        keptRight();
        node.off = Optional.empty();
        node.tells(TIME_FAILURE);
        time.settle();
        assertEquals(List.of("read", "SetUtcTime"), node.said());
    }

    @Test
    void twoAdministratorsWhoDisagreeDoNotWriteMoreThanOnceAnHour() {
        keptRight();
        for (int minute = 0; minute < 24 * 60; minute++) {
            if (!node.zones.get(0).name().equals(Optional.of("Asia/Tokyo"))) {
                node.zones = List.of(LocalTimeRules.zone(ZoneId.of("Asia/Tokyo"), time.now()));
                node.tells(TIME_ZONE_STATUS);
            }
            time.advance(Duration.ofMinutes(1));
        }
        long writes = node.said().stream().filter("SetTimeZone"::equals).count();
        assertTrue(writes >= 12 && writes <= 25, writes + " writes in a day");
    }

    @Test
    void aStormOfEventsIsOneReadAMinute() {
        keptRight();
        for (int i = 0; i < 600; i++) {
            node.tells(TIME_FAILURE);
            time.advance(Duration.ofSeconds(1));
        }
        int reads = node.said().size();
        assertTrue(reads >= 9 && reads <= 11, reads + " reads in ten minutes");
    }

    @Test
    void aNodeThatRefusesIsNotPressed() {
        node.refuses = true;
        keep(BERLIN);
        assertEquals(ALL, node.said());
        time.advance(HOUR.multipliedBy(23));
        assertEquals(List.of(), node.said());
    }

    @Test
    void aNodeThatKnowsItsZoneByNameIsNotToldOfDaylight() {
        node.database = true;
        keep(ZoneId.of("UTC"));
        assertEquals(List.of("read", "SetUtcTime", "SetTimeZone"), node.said());
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read"), node.said());
    }

    @Test
    void aNodeWithoutZonesIsToldTheTimeAlone() {
        node.zoned = false;
        keep(BERLIN);
        assertEquals(List.of("read", "SetUtcTime"), node.said());
    }

    @Test
    void aNodeWithoutAClockIsAskedOnceAndNoMore() {
        node.present = false;
        keep(BERLIN);
        assertEquals(List.of("read"), node.said());
        assertEquals(0, time.pending());
    }

    @Test
    void aZoneWithoutDaylightSavingIsOneSpanWithoutEnd() {
        keep(ZoneId.of("Asia/Tokyo"));
        assertEquals(Duration.ZERO, node.savings.get(0).offset());
        assertEquals(Optional.empty(), node.savings.get(0).validUntil());
        isRight(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void spansThatAnotherAdministratorGaveAreLeftIfTheyAreRight() {
        keptRight();
        node.savings = List.of(new DstOffset(HOUR, SPRING, Optional.of(Instant.parse("2026-10-25T01:00:00Z"))));
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read"), node.said(), "nothing is added before summer");
        node.savings = List.of(new DstOffset(HOUR, Instant.EPOCH, Optional.empty()));
        node.isSubscribedTo();
        time.settle();
        assertEquals(List.of("read", "SetDstOffset"), node.said());
    }

    @Test
    void aNodeThatDoesNotAnswerIsAskedWhenItIsBack() {
        node.silent = true;
        keep(BERLIN);
        assertEquals(List.of("read"), node.said());
        node.silent = false;
        node.isSubscribedTo();
        time.settle();
        assertEquals(ALL, node.said());
    }

    @Test
    void afterTheNodeWasLeftNothingIsAskedAndNothingWaits() {
        keep(BERLIN);
        node.said();
        node.isLeft();
        assertEquals(0, time.pending());
        node.tells(DST_TABLE_EMPTY);
        node.isSubscribedTo();
        time.advance(DAY.multipliedBy(300));
        assertEquals(List.of(), node.said());
    }

    @Test
    void leftWhileItIsAskedNothingWaitsEither() {
        node.read = Duration.ofSeconds(1);
        keep(BERLIN);
        node.isLeft();
        time.advance(HOUR);
        assertEquals(0, time.pending());
    }
}
