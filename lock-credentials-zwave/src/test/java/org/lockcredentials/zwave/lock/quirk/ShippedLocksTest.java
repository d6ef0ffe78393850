package org.lockcredentials.zwave.lock.quirk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lockcredentials.zwave.command.notification.AccessControlEvent;
import org.lockcredentials.zwave.command.scheduleentry.ScheduleSlots;
import org.lockcredentials.zwave.lock.event.EventTables;
import org.lockcredentials.zwave.node.Product;

/** The table of quirks: what a product's rows come to, and that every row says where it is from. */
final class ShippedLocksTest {

    private static final Pattern SOURCE =
            Pattern.compile("(config 0x[0-9a-f]{4}/|[\\w-]+ (issue|PR|discussion) \\d+).*");

    @Test
    void everyRowNamesItsSourceAndNoneStandsTwice() {
        Set<Object> seen = new HashSet<>();
        for (ShippedLock row : ShippedLocks.ROWS) {
            assertTrue(SOURCE.matcher(row.source()).matches(), row.toString());
            assertTrue(
                    seen.add(new ShippedLock(row.manufacturer(), row.type(), row.id(), "", row.quirk(), "")),
                    row.toString());
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "BE469ZP,             003B, 0001, 0469, false, false, 16",
        "BE469,               003B, 6341, 5044, true,  true,  16",
        "BE369,               003B, 634B, 5044, true,  true,  ",
        "BE468,               003B, 6349, 5044, true,  false, 16",
        "BE468ZP,             003B, 0001, 0468, true,  false, 16",
        "JBE109,              003B, 0004, 2109, true,  false, 16",
        "JFE109,              003B, 0004, 6109, true,  false, 16",
        "HC620,               0090, 0811, 03A8, false, false, ",
        "Yale module,         0129, 0007, 0000, false, false, ",
        "Yale module,         0129, 0007, 0001, false, false, ",
        "another of Schlage,  003B, 0001, 0470, true,  false, ",
        "another's,           0001, 0001, 0469, true,  false, "
    })
    void aProductIsKnown(
            String name, String maker, String type, String id, boolean supervises, boolean hides, Integer parameter) {
        Quirks quirks = of(maker, type, id);
        assertEquals(supervises, quirks.supervises());
        assertEquals(hides, quirks.hidesCodes());
        assertEquals(parameter == null ? OptionalInt.empty() : OptionalInt.of(parameter), quirks.codeLengthParameter());
    }

    @Test
    void whoDoesNotTellWhatItIsHasNoQuirks() {
        assertEquals(Quirks.NONE, Quirks.of(Optional.empty()));
    }

    @Test
    void scheduleSlotsAreWhatTheyAre() {
        ScheduleSlots.Report told = new ScheduleSlots.Report(0, 0, 20);
        assertEquals(
                new ScheduleSlots.Report(0, 0, 1), of("0129", "0007", "0001").scheduleSlots(told));
        assertEquals(told, of("0129", "0006", "0001").scheduleSlots(told));
    }

    @Test
    void anAlarmMeansWhatTheMakerSaysAndElseWhatItMeansEverywhere() {
        Quirks yale = of("0129", "0002", "0800");
        assertFalse(yale.ofAlarm(161, 1).equals(EventTables.ofAlarm(161, 1)));
        assertEquals(EventTables.ofAlarm(161, 2), yale.ofAlarm(161, 2));
        assertEquals(EventTables.ofAlarm(21, 1), yale.ofAlarm(21, 1));
        assertEquals(EventTables.ofAlarm(161, 1), of("0090", "0001", "0001").ofAlarm(161, 1));
        assertEquals(Optional.empty(), of("0090", "0001", "0001").ofAlarm(144, 3));
    }

    @Test
    void onlyTheIdLockNamesSomebodyBesideRadioEvents() {
        assertTrue(of("0373", "0003", "0001")
                .ofNamed(AccessControlEvent.REMOTE_UNLOCK)
                .isPresent());
        assertEquals(Optional.empty(), of("0373", "0003", "0001").ofNamed(AccessControlEvent.KEYPAD_UNLOCK));
        assertEquals(Optional.empty(), Quirks.NONE.ofNamed(AccessControlEvent.REMOTE_UNLOCK));
    }

    private static Quirks of(String maker, String type, String id) {
        return Quirks.of(Optional.of(
                new Product(Integer.parseInt(maker, 16), Integer.parseInt(type, 16), Integer.parseInt(id, 16))));
    }
}
